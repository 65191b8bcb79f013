/** The page is loaded again, doubled, closed; the extension is loaded anew. Each time exactly one call, rightly classified. */
import { answer, bubble, hold, onlyCall, ring, setThreshold, times } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';

test('the CRM page reloaded in mid-call', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const call = ring(demo);
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  const answeredAt = (await onlyCall(callmark, { endedAt: null })).answeredAt ?? 0;
  await crm.reload();
  await overlay(crm).waitFor('Ongoing');
  demo.act({ do: 'hangUp', call });
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen', answeredAt });
  expect(kept.talkMs).toBe((kept.endedAt ?? 0) - answeredAt);
});

test('the same CRM open in two tabs', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const other = await callmark.open(demo.url);
  const call = ring(demo);
  await overlay(crm).waitFor('Ringing');
  await overlay(other).waitFor('Ringing');
  await answer(other, call);
  await overlay(crm).waitFor('Ongoing');
  await crm.bringToFront();
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  await overlay(other).waitFor('Unbooked');
  for (const type of ['rang', 'claimed', 'connected', 'ended'] as const) expect(times(kept, type)).toBe(1);
});

test('the tab closed in mid-call: it ends at its last sighting, inferred', async ({
  callmark,
  crm,
  demo,
}) => {
  const call = ring(demo);
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  const before = Date.now();
  await crm.close({ runBeforeUnload: true });
  const kept = await onlyCall(callmark, { classification: 'excused', end: 'inferred' });
  // The farewell of the page dates the end, not the repeat of up to 20 s before.
  await expect
    .poll(async () => (await callmark.calls())[0]?.endedAt ?? 0)
    .toBeGreaterThanOrEqual(before - 1_000);
  expect(times(kept, 'rang')).toBe(1);
});

test('the extension reloaded in mid-call: the old script is silent, a new one takes over', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 2);
  const errors: string[] = [];
  crm.on('pageerror', (error) => errors.push(error.message));
  const call = ring(demo);
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  await callmark.reloadExtension();
  await overlay(crm).waitFor('Ongoing');
  expect(await crm.locator('callmark-overlay').count()).toBe(1);
  await crm.bringToFront();
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  expect(kept.talkMs).toBeGreaterThanOrEqual(2_000);
  for (const type of ['rang', 'claimed', 'connected'] as const) expect(times(kept, type)).toBe(1);
  expect(errors).toEqual([]);
});

test('the same number twice in a row is two calls', async ({ callmark, crm, demo }) => {
  const first = ring(demo);
  await overlay(crm).waitFor('Ringing');
  demo.act({ do: 'hangUp', call: first });
  const second = ring(demo);
  await answer(crm, second);
  await overlay(crm).waitFor('Answered');
  demo.act({ do: 'hangUp', call: second });
  const became = async () =>
    (await callmark.calls()).map((c) => [c.classification, c.followUp?.state ?? null]);
  // The second one, answered, resolves the first by itself.
  await expect.poll(became).toEqual([
    ['abandoned', 'reached-us-again'],
    ['excused', null],
  ]);
});

test('two calls at once, answered in the other order', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const first = ring(demo, '+15125550142');
  const second = ring(demo, '+17375550119');
  await expect(bubble(crm, first)).toBeVisible();
  await answer(crm, second);
  await hold(crm, second);
  await answer(crm, first);
  await overlay(crm).waitFor(/Ongoing.*Ongoing/s);
  demo.act({ do: 'hangUp', call: first });
  await bubble(crm, second).getByTestId('bubble-resume').click();
  demo.act({ do: 'hangUp', call: second });
  await expect
    .poll(async () => (await callmark.calls()).map((c) => [c.facts.from, c.classification]))
    .toEqual([
      ['+15125550142', 'unbooked'],
      ['+17375550119', 'unbooked'],
    ]);
  const [one, two] = await callmark.calls();
  expect(one?.claimedAt ?? 0).toBeGreaterThan(two?.claimedAt ?? 0);
  expect(times(two ?? ({} as never), 'held')).toBe(1);
});

test('the machine’s clock set back in mid-call', async ({ callmark, crm, demo }) => {
  await setThreshold(callmark, 2);
  const call = ring(demo);
  await answer(crm, call);
  await overlay(crm).waitFor('Answered');
  await callmark.setClockBack(crm, 3_600_000);
  await overlay(crm).waitFor('Ongoing');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen' });
  expect(kept.talkMs).toBeGreaterThanOrEqual(2_000);
  expect(kept.talkMs).toBeLessThan(60_000);
});
