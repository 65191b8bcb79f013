import { expect, test } from 'vitest';
import { clock, duration, seconds } from '@/components/duration.ts';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [42_000, '0:42'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [62_300, '1:02'],
  [3_605_000, '1:00:05'],
  [-5, '0:00'],
])('a clock shows %i ms as %s', (ms, shown) => {
  expect(clock(ms)).toBe(shown);
});

test.each([
  [59_999, '59 s'],
  [62_000, '62 s'],
  [119_999, '119 s'],
  [120_000, '2 min 0 s'],
  [725_000, '12 min 5 s'],
  [3_720_000, '1 h 2 min'],
  [-1, '0 s'],
])('in a sentence %i ms is %s', (ms, shown) => {
  expect(duration(ms)).toBe(shown);
});

test('seconds stay seconds however many they are', () => {
  expect(seconds(300_000)).toBe('300 s');
});
