import { expect, test } from 'vitest';
import { why } from '@/components/overlay/why.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { aCall, anEnded, T } from './an-overlay.ts';

const price = { id: 'price', name: 'Price shopping', isLead: true };
const wrong = { id: 'wrong', name: 'Wrong number', isLead: false };
const booked = { state: 'booked', booked: true, leadBasis: 'booked', talkMs: 725_000 } as const;
const excused = { state: 'excused', leadBasis: 'none', talkMs: 42_000 } as const;
const abandoned = {
  state: 'abandoned',
  leadBasis: 'none',
  talkMs: null,
  answeredAt: null,
  endedAt: T,
} as const;

const examples: [Partial<OverlayCall>, string][] = [
  [{ ...booked, job: '1042' }, '12 min 5 s, job 1042 booked'],
  [{ ...booked }, '12 min 5 s, job booked'],
  [{ ...booked, leadBasis: 'manual' }, '12 min 5 s, job booked, corrected by a person'],
  [excused, '42 s, ended within 60 s'],
  [{ ...excused, talkMs: 59_999 }, '59 s, ended within 60 s'],
  [{ ...excused, talkMs: 90_000 }, '90 s'],
  [
    { ...excused, booked: true, job: '7', review: 'booked-under-threshold' },
    '42 s, job 7 booked, but ended within 60 s',
  ],
  [{ ...excused, review: 'booked-after-end' }, '42 s, ended within 60 s, a job was booked after the end'],
  [{ leadBasis: 'reason', reason: price }, '62 s, no job booked, reason: Price shopping'],
  [{ leadBasis: 'reason-pending' }, '62 s, no job booked, no reason given yet, so it counts as a lead'],
  [
    { leadBasis: 'over-threshold-no-reasons' },
    '62 s, no job booked, counts as a lead because no call reasons are set up',
  ],
  [{ leadBasis: 'none', talkMs: 60_000 }, '60 s, no job booked, not longer than 60 s, so no lead'],
  [{ leadBasis: 'manual' }, '62 s, no job booked, corrected by a person'],
  [
    { leadBasis: 'reason', reason: price, review: 'booked-after-end' },
    '62 s, no job booked, reason: Price shopping, a job was booked after the end',
  ],
  [
    { state: 'not-lead', leadBasis: 'reason', reason: wrong },
    '62 s, no job booked, reason: Wrong number (no lead)',
  ],
  [{ state: 'not-lead', leadBasis: 'manual' }, '62 s, no job booked, corrected by a person'],
  [{ ...abandoned, cause: 'not-answered' }, 'Not answered, rang 8 s'],
  [{ ...abandoned, cause: 'not-claimed' }, 'Not claimed, over after 8 s'],
  [{ ...abandoned, cause: 'rejected' }, 'Rejected after 8 s'],
  [abandoned, 'Over after 8 s'],
  [{ ...excused, endInferred: true }, '42 s, ended within 60 s, its end was not seen'],
];

test.each(examples)('%o is because of: %s', (facts, line) => {
  expect(why(anEnded(facts), 60_000)).toBe(line);
});

test('the threshold of the office is named, not sixty seconds', () => {
  expect(why(anEnded({ ...excused, talkMs: 20_000 }), 30_000)).toBe('20 s, ended within 30 s');
});

test.each(['ringing', 'answered', 'ongoing'] as const)('a call that is %s has no why yet', (state) => {
  expect(why(aCall({ state, endInferred: true }), 60_000)).toBe('');
});
