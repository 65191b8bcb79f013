import { expect, test } from 'vitest';
import { absolute, compared, interleaved, median, quantile } from './measure.ts';

test('the median is the middle one, in whatever order they were taken', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([100, 9, 10])).toBe(10);
});

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('no values have no median', () => {
  expect(() => median([])).toThrow('no values');
});

test('a quantile is the value that this share of all does not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
  expect(quantile([7], 0.99)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('no values');
});

test('the goal of what is compared bounds the ratio, its limit included', () => {
  expect(compared('a', 'ms', 5, 4, 1.25)).toMatchObject({ ratio: 1.25, holds: true });
  expect(compared('a', 'ms', 5.1, 4, 1.25)).toMatchObject({ reference: 4, holds: false });
});

test('the goal of what stands by itself bounds the value, its limit included', () => {
  expect(absolute('a', 'kB', 25, 25)).toMatchObject({ reference: null, ratio: null, holds: true });
  expect(absolute('a', 'kB', 25.1, 25).holds).toBe(false);
});

test('without a goal nothing holds or fails', () => {
  expect(compared('a', 'ms', 5, 4, null).holds).toBeNull();
  expect(absolute('a', 'ms', 5, null).holds).toBeNull();
});

test('what is compared is taken in turn, and each number has its own median', async () => {
  const order: string[] = [];
  const from = (name: string, values: { ms: number; cpu: number }[]) => async () => {
    order.push(name);
    return values.shift() ?? { ms: Number.NaN, cpu: Number.NaN };
  };
  const taken = await interleaved(3, {
    ours: from('ours', [
      { ms: 1, cpu: 30 },
      { ms: 3, cpu: 10 },
      { ms: 2, cpu: 20 },
    ]),
    theirs: from('theirs', [
      { ms: 9, cpu: 7 },
      { ms: 9, cpu: 7 },
      { ms: 1, cpu: 8 },
    ]),
  });
  expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
  expect(taken).toEqual({ ours: { ms: 2, cpu: 20 }, theirs: { ms: 9, cpu: 7 } });
});

test('several numbers of one taking count as one each', async () => {
  const batches = [[1, 2], [10, 3], [4]];
  const take = async () => ({ ms: batches.shift() ?? [] });
  expect(await interleaved(3, { take })).toEqual({ take: { ms: 3 } });
});
