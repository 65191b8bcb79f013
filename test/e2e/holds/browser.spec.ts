/** The browser is killed, or its database is deleted behind our back. Not one event is lost. */
import { answer, onlyCall, ring, setThreshold, times } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';

test('the browser killed in mid-call and started again, the call still there', async ({
  callmark,
  crm,
  demo,
}) => {
  test.setTimeout(60_000);
  await setThreshold(callmark, 2);
  await callmark.restart();
  const page = await callmark.open(demo.url);
  expect(crm.isClosed()).toBe(true);
  const call = ring(demo);
  await answer(page, call);
  await overlay(page).waitFor('Answered');
  const { answeredAt } = await onlyCall(callmark, { endedAt: null });
  await callmark.kill();
  await callmark.start();
  const again = await callmark.open(demo.url);
  await overlay(again).waitFor('Ongoing');
  demo.act({ do: 'hangUp', call });
  const kept = await onlyCall(callmark, { classification: 'unbooked', end: 'seen', answeredAt });
  for (const type of ['rang', 'claimed', 'connected'] as const) expect(times(kept, type)).toBe(1);
});

test('the browser killed in mid-call, the call gone when it starts again', async ({
  callmark,
  crm,
  demo,
}) => {
  test.setTimeout(60_000);
  await callmark.restart();
  const page = await callmark.open(demo.url);
  expect(crm.isClosed()).toBe(true);
  const call = ring(demo);
  await answer(page, call);
  await overlay(page).waitFor('Answered');
  await callmark.kill();
  demo.act({ do: 'hangUp', call });
  await callmark.start();
  const kept = await onlyCall(callmark, { classification: 'excused', end: 'inferred' });
  expect(kept.endedAt).toBe(kept.lastAt);
});

test('a database deleted behind our back is put back to the last event, and the person is told', async ({
  callmark,
  crm,
  demo,
}) => {
  const first = ring(demo);
  await answer(crm, first);
  await overlay(crm).waitFor('Answered');
  demo.act({ do: 'hangUp', call: first });
  await onlyCall(callmark, { classification: 'excused' });
  const [before] = await callmark.calls();
  await callmark.killWorker();
  const deleted = await callmark.inExtension(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('callmark');
        request.onsuccess = () => resolve('deleted');
        request.onerror = () => resolve(String(request.error));
      }),
  );
  expect(deleted).toBe('deleted');
  expect(await callmark.calls()).toEqual([]);
  ring(demo, '+17375550119');
  await expect.poll(async () => (await callmark.calls()).length).toBe(2);
  expect((await callmark.calls())[0]).toEqual(before);
  await overlay(crm).waitFor(/put back|restored/i);
  const popup = await callmark.popup();
  await expect(popup.getByText(/put back|restored/i).first()).toBeVisible();
});
