/** The toolbar badge: how many abandoned calls wait, else whether reasons are missing. */
import { MARIA, STRANGER } from '../desk.ts';
import { expect, test } from '../harness/test.ts';
import { badge, badgeColor, kept, past, ringing, startWithReasons } from './steps.ts';

const RED = '#c62828';

test('“!” while only reasons are missing, else the red number of abandoned calls, less by each one called back', async ({
  callmark,
  crm,
  demo,
}) => {
  await expect.poll(() => badge(callmark)).toBe('!');
  expect(await badgeColor(callmark)).not.toBe(RED);
  for (const from of [MARIA, STRANGER]) {
    const call = await ringing(callmark, demo, from);
    demo.act({ do: 'hangUp', call });
    await kept(callmark, call, { classification: 'abandoned' });
  }
  await expect.poll(() => badge(callmark)).toBe('2');
  expect(await badgeColor(callmark)).toBe(RED);
  expect(crm.url()).toBe(demo.url);

  const popup = await callmark.popup();
  const maria = popup.getByRole('listitem', { name: 'Maria Alvarez' });
  await maria.getByRole('button', { name: 'Called back' }).click();
  await expect.poll(() => badge(callmark)).toBe('1');
  await maria.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => badge(callmark)).toBe('2');
  await maria.getByRole('button', { name: 'Called back' }).click();
  await popup.getByRole('button', { name: 'Called back' }).last().click();
  await expect.poll(() => badge(callmark)).toBe('!');
  await startWithReasons(callmark);
  await expect.poll(() => badge(callmark)).toBe('');
});

test('“99+” above 99 abandoned calls', async ({ callmark, crm }) => {
  const at = Date.now() - 3_600_000;
  const missed = (n: number) => ({
    id: `M-${n}`,
    from: `+1512555${1000 + n}`,
    at: at + n,
    endedAt: at + 20_000,
  });
  await past(
    callmark,
    crm,
    Array.from({ length: 99 }, (_, n) => missed(n)),
  );
  await expect.poll(() => badge(callmark)).toBe('99');
  await past(callmark, crm, [missed(99)]);
  await expect.poll(() => badge(callmark)).toBe('99+');
  expect(await badgeColor(callmark)).toBe(RED);
});
