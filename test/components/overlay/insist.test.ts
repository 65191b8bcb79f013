import { expect, test } from 'vitest';
import { insist } from '@/components/overlay/insist.ts';

/** Fails that many times, then answers. */
function failing(times: number) {
  let asked = 0;
  return async () => {
    asked++;
    if (asked <= times) throw new Error(`attempt ${asked}`);
    return asked;
  };
}

const waits: number[] = [];
const wait = async (ms: number) => {
  waits.push(ms);
};

test('it asks again until it is answered, each time after a longer wait, up to twenty seconds', async () => {
  waits.length = 0;
  expect(await insist(failing(10), { alive: () => true, wait })).toBe(11);
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000]);
});

test('after the last try its error is thrown', async () => {
  await expect(insist(failing(9), { alive: () => true, tries: 3, wait })).rejects.toThrow('attempt 3');
});

test('once the extension is gone nothing is asked, and what failed is no error', async () => {
  expect(await insist(failing(0), { alive: () => false, wait })).toBeNull();
  let alive = true;
  const dying = async () => {
    alive = false;
    throw new Error('Extension context invalidated.');
  };
  expect(await insist(dying, { alive: () => alive, tries: 1, wait })).toBeNull();
});
