/** CRMs on the options page: brought by a profile, allowed, switched off and on, all without a reload of the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ring } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';

const PROFILE = readFileSync(join(import.meta.dirname, '../../pages/front-desk.profile.json'), 'utf8');
const MARK = 'No call reasons set up';

test('a profile that is pasted works on its page, at once and in the open tab, once access is allowed', async ({
  callmark,
  demo,
}) => {
  await callmark.allow('http://127.0.0.1/*');
  const desk = await callmark.open(`${demo.origin}/pages/front-desk.html`);
  await desk.evaluate(() => (globalThis as unknown as { ring(n: string): void }).ring('(512) 555-0142'));
  const options = await callmark.options('crms');
  await options.getByText('Add a CRM by its profile').click();
  const paste = options.getByLabel('Profile', { exact: true });

  const broken = JSON.parse(PROFILE);
  broken.calls[0].state[0].when.attr['data-now'] = '(talking';
  broken.calls[0].gesture = broken.calls[0].gestures;
  delete broken.calls[0].gestures;
  await paste.fill(JSON.stringify(broken));
  await options.getByRole('button', { name: 'Add this CRM' }).click();
  const problems = options.getByRole('alert').filter({ hasText: 'cannot be used yet' });
  await expect(problems.getByRole('listitem')).toHaveCount(2);
  await expect(problems).toContainText(/calls\[0\]\.state\[0\]\.when\.attr\S* not a regular expression/i);
  await expect(problems).toContainText(/calls\[0\]\.gesture\b/);

  await paste.fill(PROFILE);
  await options.getByRole('button', { name: 'Add this CRM' }).click();
  await expect(options.getByText('Front desk is added. Allow access to its pages to use it.')).toBeVisible();
  const crm = options
    .getByRole('listitem')
    .filter({ has: options.getByRole('heading', { name: 'Front desk' }) });
  await crm.getByRole('button', { name: 'Allow access' }).click();
  await expect(crm.getByText('Access allowed')).toBeVisible();

  await overlay(desk).waitFor(/Ringing.*\(512\) 555-0142/s);
  await desk.bringToFront();
  await desk.getByRole('button', { name: 'Take' }).click();
  await overlay(desk).waitFor('Answered');
  await desk.getByRole('button', { name: 'End' }).click();
  await expect
    .poll(() => callmark.calls(), { message: 'the call as it is kept' })
    .toMatchObject([
      { crm: 'Front desk', classification: 'excused', end: 'seen', facts: { from: '(512) 555-0142' } },
    ]);
});

test('a CRM that is switched off is silent in the open tab at once, and speaks again when it is switched on', async ({
  callmark,
  crm,
  demo,
}) => {
  await overlay(crm).waitForRole('button', new RegExp(MARK));
  const options = await callmark.options('crms');
  const on = options.getByRole('switch', { name: 'Brightpipe (demo CRM) is on' });
  await on.click();
  await expect.poll(() => crm.locator('callmark-overlay').count()).toBe(0);
  ring(demo);
  await crm.bringToFront();
  await expect(crm.getByTestId('call-bubble')).toBeVisible();
  expect(await callmark.calls()).toEqual([]);

  await on.click();
  await overlay(crm).waitFor('Ringing');
  expect(await crm.locator('callmark-overlay').count()).toBe(1);
  expect(await callmark.calls()).toHaveLength(1);

  // Taken back in the browser's own settings instead.
  await callmark.inExtension(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  await expect.poll(() => crm.locator('callmark-overlay').count()).toBe(0);
  await expect(
    options
      .getByRole('listitem')
      .filter({ hasText: 'Brightpipe' })
      .first()
      .getByRole('button', { name: 'Allow access' }),
  ).toBeVisible();
});
