import { expect, test } from 'vitest';
import { createValve } from '@/lib/crm/valve.ts';

test('twenty within five seconds pass, then one a second', () => {
  const valve = createValve();
  const passed: number[] = [];
  for (let at = 100_000; at < 105_000; at += 100) if (valve.pass(at)) passed.push(at - 100_000);
  expect(passed).toEqual([...Array.from({ length: 20 }, (_, i) => 100 * i), 2_900, 3_900, 4_900]);
});

test('of a flood, no more than twenty and one a second pass in any five seconds', () => {
  const valve = createValve();
  const passed: number[] = [];
  for (let at = 0; at < 60_000; at += 10) if (valve.pass(at)) passed.push(at);
  for (const at of passed) {
    expect(passed.filter((p) => p >= at && p < at + 5_000).length).toBeLessThanOrEqual(25);
  }
});

test('what comes in a reasonable number passes for ever', () => {
  const valve = createValve();
  for (let at = 0; at < 600_000; at += 250) expect(valve.pass(at)).toBe(true);
});

test('after a pause, twenty may pass again', () => {
  const valve = createValve();
  for (let i = 0; i < 30; i++) valve.pass(1_000);
  expect(valve.pass(1_500)).toBe(false);
  expect(Array.from({ length: 21 }, () => valve.pass(20_000)).filter(Boolean)).toHaveLength(20);
});
