import { expect, test } from 'vitest';
import { absolute, compared } from './measure.ts';
import { json, table } from './report.ts';

const PAINT = compared('Popup ÷ empty page', 'ms', 30, 20, 1.5);
const SLOW = absolute('Observation', 'ms', 8.125, 8);
const INFO = absolute('For information', 'kB', 120.4, null);

test('the table has a line a measure, its columns aligned', () => {
  expect(table([PAINT, SLOW, INFO]).split('\n')).toEqual([
    'measure                value  reference  ratio    goal  holds',
    'Popup ÷ empty page  30.00 ms   20.00 ms  ×1.50  ≤ ×1.5    yes',
    'Observation          8.13 ms                    ≤ 8 ms     NO',
    'For information       120 kB',
    '',
    'Does not hold: Observation.',
  ]);
});

test('where nothing is missed the table says that all goals hold', () => {
  expect(table([PAINT, INFO]).split('\n').at(-1)).toBe('All goals hold.');
});

test('the JSON has the public keys in their order and numbers to three decimals', () => {
  expect(json([compared('a', 'ms', 1, 3, 4)])).toBe(`[
  {
    "name": "a",
    "unit": "ms",
    "value": 1,
    "reference": 3,
    "ratio": 0.333,
    "goal": 4,
    "holds": true
  }
]
`);
  expect(JSON.parse(json([INFO]))).toEqual([
    {
      name: 'For information',
      unit: 'kB',
      value: 120.4,
      reference: null,
      ratio: null,
      goal: null,
      holds: null,
    },
  ]);
});
