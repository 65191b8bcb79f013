/** The built-in profile of tryit-jssip on the real JsSIP: a web phone of ours, called by SIP over a WebSocket. */
import type { Page } from '@playwright/test';
import { serveWebPhone, type WebPhone } from '../../real/jssip/serve.ts';
import { onlyCall, setThreshold, times } from '../desk.ts';
import { Callmark } from '../harness/callmark.ts';
import { test as base, expect, overlay } from '../harness/test.ts';
import { send } from '../people/steps.ts';

const MARIA = '+15125550142';

/** A microphone that is none, and no question about it. */
const SOUND = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const test = base.extend<{ phone: WebPhone; desk: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
  callmark: async ({}, use) => {
    const callmark = new Callmark({ switches: SOUND });
    try {
      await callmark.start();
      await use(callmark);
    } finally {
      await callmark.close();
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  phone: async ({}, use) => {
    const phone = await serveWebPhone();
    await use(phone);
    await phone.close();
  },
  desk: async ({ callmark, phone }, use) => {
    // As the popup's "use Callmark on this site" does: the built-in profile itself, at an address of one's own.
    const wanted = { url: phone.url, profile: 'tryit-jssip', tab: null };
    await callmark.inExtension(
      (wish) => chrome.storage.session.set({ wanted: { ...wish, at: Date.now() } }),
      wanted,
    );
    await callmark.grant('http://127.0.0.1/*');
    await send(callmark, 'beginWanted');
    await setThreshold(callmark, 1);
    const desk = await callmark.open(phone.url);
    await expect.poll(phone.peer.registered, { message: 'the phone has registered' }).toBe(true);
    await use(desk);
  },
});

const incoming = (desk: Page) => desk.locator('[data-component=Incoming]');
const session = (desk: Page) => desk.locator('[data-component=Session]');
const hangUp = (desk: Page) => desk.locator('svg.control').first();

/** The caller rings; resolves once the phone does, and Callmark says so. */
async function ring({ peer }: WebPhone, desk: Page, name = 'Maria Lopez') {
  const call = peer.call({ number: MARIA, name });
  await expect(incoming(desk)).toContainText(MARIA);
  await overlay(desk).waitFor('Ringing');
  return call;
}

/** A person answers; resolves once caller and called talk. */
async function answer(desk: Page, call: Awaited<ReturnType<typeof ring>>) {
  await desk.getByRole('button', { name: 'Answer' }).click();
  await expect(session(desk)).toBeVisible();
  await expect.poll(() => call.state()).toBe('talking');
}

test('cancelled by the caller before anybody answered', async ({ callmark, phone, desk }) => {
  const call = await ring(phone, desk);
  call.cancel();
  await expect(incoming(desk)).toHaveCount(0);
  const kept = await onlyCall(callmark, { classification: 'abandoned', cause: 'not-answered' });
  expect(kept.facts).toMatchObject({ from: MARIA, name: 'Maria Lopez' });
  expect(kept.crm).toBe('tryit-jssip');
});

test('rejected by a click', async ({ callmark, phone, desk }) => {
  const call = await ring(phone, desk);
  await desk.getByRole('button', { name: 'Reject' }).click();
  await expect.poll(() => call.state()).toBe('refused');
  await onlyCall(callmark, { classification: 'abandoned', cause: 'rejected' });
});

test('short, hung up here', async ({ callmark, phone, desk }) => {
  // A short call of a second is one that a busy machine makes long.
  await setThreshold(callmark, 60);
  const call = await ring(phone, desk);
  await answer(desk, call);
  await overlay(desk).waitFor('Answered');
  await hangUp(desk).click();
  await expect.poll(() => call.state()).toBe('over');
  const kept = await onlyCall(callmark, { classification: 'excused', end: 'seen' });
  expect([times(kept, 'claimed'), times(kept, 'connected')]).toEqual([1, 1]);
  expect(kept.facts).toMatchObject({ from: MARIA, name: 'Maria Lopez' });
});

test('over the threshold without a job, with a hold in it, hung up by the caller', async ({
  callmark,
  phone,
  desk,
}) => {
  const call = await ring(phone, desk);
  await answer(desk, call);
  await desk.locator('svg.control').nth(1).click();
  await expect.poll(() => call.state()).toBe('held');
  await overlay(desk).waitFor(/hold/i);
  await desk.locator('svg.control').nth(1).click();
  await expect.poll(() => call.state()).toBe('talking');
  await overlay(desk).waitFor('Ongoing');
  call.bye();
  await expect(desk.getByText('Call ended')).toBeVisible();
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  expect(kept.talkMs).toBeGreaterThanOrEqual(1_000);
  expect([times(kept, 'held'), times(kept, 'resumed')]).toEqual([1, 1]);
  expect(kept.facts).toMatchObject({ from: MARIA, name: 'Maria Lopez' });
});

test('the same number twice in a row is two calls', async ({ callmark, phone, desk }) => {
  const first = await ring(phone, desk);
  first.cancel();
  const classified = async () => (await callmark.calls()).map((call) => call.classification);
  await expect.poll(classified).toEqual(['abandoned']);
  const second = await ring(phone, desk);
  await answer(desk, second);
  await overlay(desk).waitFor('Ongoing');
  await hangUp(desk).click();
  await expect.poll(classified).toEqual(['abandoned', 'unbooked']);
});

test('a second caller, whom the phone refuses as busy, changes nothing in the first call', async ({
  callmark,
  phone,
  desk,
}) => {
  const call = await ring(phone, desk);
  await answer(desk, call);
  const second = phone.peer.call({ number: '+17375550119' });
  await expect.poll(() => second.state()).toBe('refused');
  await overlay(desk).waitFor('Ongoing');
  call.bye();
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  expect(kept.facts.from).toBe(MARIA);
});
