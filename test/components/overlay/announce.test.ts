import { expect, test } from 'vitest';
import { announcement } from '@/components/overlay/announce.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { aCall, anEnded } from './an-overlay.ts';

function told(before: OverlayCall[], after: OverlayCall[]): string {
  return announcement(before, after, 60_000);
}

const ringing = aCall({ state: 'ringing', answeredAt: null });

test('a new call is told', () => {
  expect(told([], [ringing])).toBe('Incoming call: Jane Cooper.');
});

test('each step of a call is told once', () => {
  expect(told([ringing], [aCall()])).toBe('Jane Cooper: Answered.');
  expect(told([aCall()], [aCall({ state: 'ongoing' })])).toBe('Jane Cooper: ongoing, past 60 s.');
  expect(told([aCall()], [aCall({ onHold: true })])).toBe('Jane Cooper: On hold.');
  expect(told([aCall()], [aCall({ booked: true })])).toBe('Jane Cooper: job booked.');
  expect(told([aCall()], [aCall()])).toBe('');
});

test('the end is told with what the call became and why', () => {
  const ended = anEnded({ state: 'excused', leadBasis: 'none', talkMs: 42_000 });
  expect(told([aCall()], [ended])).toBe('Jane Cooper: Excused. 42 s, ended within 60 s.');
});

test('a reason that is wanted is asked for', () => {
  expect(told([aCall({ state: 'ongoing' })], [anEnded()])).toMatch(
    /^Jane Cooper: Unbooked\. .* Why was no job booked\?$/,
  );
});

test('a call that goes out of sight is no news, another that changes at the same time is', () => {
  const other = aCall({ id: 'sam', name: 'Sam' });
  expect(told([ringing, other], [{ ...other, onHold: true }])).toBe('Sam: On hold.');
});
