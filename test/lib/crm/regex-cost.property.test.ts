import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regexSteps } from '@/lib/crm/regex-cost.ts';
import { countSteps } from './count-steps.ts';

/** Expressions made of all that makes them dear: repeats in repeats, choices that overlap, parts that may be empty. */
const { nasty } = fc.letrec<{ nasty: string; part: string }>((tie) => ({
  nasty: fc
    .tuple(
      fc.constantFrom('', '', '^'),
      fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '$', 'x', '\\b'),
    )
    .map(([start, parts, end]) => start + parts.join('') + end),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\s', 'ab'),
    fc
      .tuple(
        fc.constantFrom('a', '.', '[ab]', '[^b]', '\\w', 'b'),
        fc.constantFrom('*', '+', '?', '*?', '{0,3}', '{2}'),
      )
      .map(([atom, many]) => atom + many),
    fc
      .tuple(
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '*', '+', '?', '+?', '{1,3}', '{0,2}'),
      )
      .map(([parts, many]) => `(?:${parts.join('')})${many}`),
    fc
      .tuple(fc.array(tie('part'), { minLength: 2, maxLength: 3 }), fc.constantFrom('', '*', '+', '{1,2}'))
      .map(([options, many]) => `(?:${options.join('|')})${many}`),
    tie('part').map((part) => `(?=${part})`),
  ),
}));

/** Texts on which such expressions nearly succeed, again and again. */
const text = fc
  .tuple(
    fc.constantFrom('a', 'b', 'ab', 'aab', 'ba', ' a', 'abx'),
    fc.nat(14),
    fc.constantFrom('', 'c', 'b', 'x', ' '),
  )
  .map(([unit, times, end]) => (unit.repeat(times) + end).slice(0, 14));

const MOST = 3_000_000;

test('what is estimated is never less than what a backtracking matcher needs', () => {
  let judged = 0;
  fc.assert(
    fc.property(nasty, text, fc.boolean(), (source, on, negative) => {
      const estimate = regexSteps(source, on.length);
      if (estimate === null || !Number.isFinite(estimate)) return;
      judged += 1;
      // Tries that fail at once are not counted by the estimate: no more than there are parts, for each that is.
      expect(countSteps(source, on, MOST, negative)).toBeLessThanOrEqual(source.length * estimate);
    }),
    { seed: 20261124, numRuns: 6_000 },
  );
  expect(judged).toBeGreaterThan(1_500);
});
