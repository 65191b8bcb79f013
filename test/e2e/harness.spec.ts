/** The harness does what it says: without this, the tests that break things might break nothing. */
import { expect, overlay, test } from './harness/test.ts';

const bornAt = () => performance.timeOrigin;

test('a killed worker is gone, and the next one is another', async ({ callmark }) => {
  const first = await callmark.worker(bornAt);
  expect(await callmark.worker(bornAt)).toBe(first);
  await callmark.killWorker();
  await expect.poll(() => callmark.workerRuns()).toBe(false);
  expect(await callmark.worker(bornAt)).toBeGreaterThan(first);
});

test('what the worker throws comes out, and so does what it awaits', async ({ callmark }) => {
  expect(await callmark.worker((n) => Promise.resolve(n + 1), 41)).toBe(42);
  await expect(
    callmark.worker(() => {
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
});

test('a reloaded extension has a new worker, and its pages open again', async ({ callmark }) => {
  const old = await callmark.worker(bornAt);
  await callmark.reloadExtension();
  expect(await callmark.worker(bornAt)).toBeGreaterThan(old);
  expect(await callmark.inExtension(() => chrome.runtime.id)).toBe(callmark.extensionId);
});

test('a browser killed in mid-call starts again with the same profile', async ({ callmark, demo }) => {
  await callmark.grant('http://127.0.0.1/*');
  await callmark.restart();
  demo.act({ do: 'ring', from: '+15125550142' });
  await overlay(await callmark.open(demo.url)).waitFor('555');
  await expect.poll(async () => (await callmark.calls()).length).toBe(1);
  const [before] = await callmark.calls();
  await callmark.kill();
  expect(() => callmark.context).toThrow('does not run');
  await callmark.start();
  const origins = () => callmark.inExtension(async () => (await chrome.permissions.getAll()).origins);
  expect(await origins()).toEqual(['http://127.0.0.1/*']);
  expect((await callmark.calls()).map(({ id }) => id)).toEqual([before?.id]);
});

test('the overlay is read and clicked as a person does it, past its closed shadow root', async ({
  crm,
  demo,
}) => {
  const seen = overlay(crm);
  expect(await seen.text()).not.toContain('555');
  demo.act({ do: 'ring', from: '+15125550142' });
  await seen.waitFor(/555.*0142/s);
  expect(await crm.locator('callmark-overlay').evaluate((host) => host.shadowRoot)).toBeNull();
  const open = await seen.box();
  await seen.click('button', 'Collapse');
  await seen.waitForRole('button', /^Open/);
  expect((await seen.box())?.height).toBeLessThan(open?.height ?? 0);
});
