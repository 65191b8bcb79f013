/** The worker dies between any two lines. Each time: exactly one call, rightly classified, nothing lost. */
import { answer, book, bubble, MARIA, onlyCall, ring, setThreshold, times } from '../desk.ts';
import type { Callmark } from '../harness/callmark.ts';
import { expect, overlay, test } from '../harness/test.ts';

test('killed while ringing', async ({ callmark, crm, demo }) => {
  const call = ring(demo);
  await overlay(crm).waitFor('Ringing');
  await callmark.killWorker();
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  demo.act({ do: 'hangUp', call });
  await onlyCall(callmark, { classification: 'excused', end: 'seen' });
});

test('killed while answered', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const call = ring(demo);
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  await callmark.killWorker();
  await overlay(crm).waitFor('Ongoing');
  demo.act({ do: 'hangUp', call });
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  expect(kept.talkMs).toBeGreaterThanOrEqual(2_000);
});

test('killed between the booking and the end', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const call = ring(demo);
  await answer(crm, call);
  const job = await book(crm, call);
  await overlay(crm).waitFor(job);
  await callmark.killWorker();
  await overlay(crm).waitFor('Ongoing');
  demo.act({ do: 'hangUp', call });
  const kept = await onlyCall(callmark, { classification: 'booked', end: 'seen' });
  expect(kept.facts).toMatchObject({ job, from: MARIA, csr: 'Dana Ruiz' });
});

const badgeSaysStuck = async (callmark: Callmark) =>
  (await callmark.inExtension(() => chrome.action.getBadgeText({}))) === 'stuck';

/** Where in the handling of a message the worker stops for ever (what it had done by then stays done), and how that shows. */
const stops: Record<string, { stop: () => void; stuck: (callmark: Callmark) => Promise<boolean> }> = {
  'before the journal was written': {
    stop: () => {
      chrome.storage.local.set = () => {
        chrome.action.setBadgeText({ text: 'stuck' });
        return new Promise(() => undefined);
      };
    },
    stuck: badgeSaysStuck,
  },
  'between the journal and the database': {
    stop: () => {
      const set = chrome.storage.local.set.bind(chrome.storage.local);
      chrome.storage.local.set = async (items: object) => {
        await set(items);
        await chrome.action.setBadgeText({ text: 'stuck' });
        return new Promise<never>(() => undefined);
      };
    },
    stuck: badgeSaysStuck,
  },
};

for (const [where, { stop, stuck }] of Object.entries(stops)) {
  test(`killed in the middle of handling a message, ${where}`, async ({ callmark, crm, demo }) => {
    const call = ring(demo);
    await overlay(crm).waitFor('Ringing');
    await callmark.worker(stop);
    await answer(crm, call);
    await expect.poll(() => stuck(callmark), { message: 'the worker hangs' }).toBe(true);
    await callmark.killWorker();
    await overlay(crm).waitFor('Answered');
    await bubble(crm, call).getByTestId('bubble-hang-up').click();
    const kept = await onlyCall(callmark, { classification: 'excused', end: 'seen' });
    for (const type of ['rang', 'claimed', 'connected', 'ended'] as const) expect(times(kept, type)).toBe(1);
  });
}

test('killed between the database and the answer: what is sent again is kept once', async ({
  callmark,
  crm,
  demo,
}) => {
  const call = ring(demo);
  await overlay(crm).waitFor('Ringing');
  // As it looks from the page: all is written, and no answer comes.
  await callmark.inContentScript(crm, () => {
    type Answered = (answer: unknown) => void;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (m: object, done: Answered) => void;
    const sendMessage = (message: { type?: string }, done: Answered) =>
      send(message, (answer) => {
        if (message.type !== 'observe' || 'answerLost' in globalThis) return done(answer);
        Object.assign(globalThis, { answerLost: true });
        done(undefined);
      });
    Object.assign(chrome.runtime, { sendMessage });
  });
  await answer(crm, call);
  const lost = () => callmark.inContentScript(crm, () => 'answerLost' in globalThis);
  await expect.poll(lost, { message: 'an answer was lost' }).toBe(true);
  await callmark.killWorker();
  await overlay(crm).waitFor('Answered');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const kept = await onlyCall(callmark, { classification: 'excused', end: 'seen' });
  for (const type of ['rang', 'claimed', 'connected', 'ended'] as const) expect(times(kept, type)).toBe(1);
});
