import { expect, test } from 'vitest';
import {
  asksForReason,
  atMoment,
  callerOf,
  elapsedMs,
  outlook,
  stateWord,
  takesReason,
} from '@/components/overlay/live.ts';
import { aCall, anEnded, T } from './an-overlay.ts';

test('an answered call is ongoing from the threshold on, to the millisecond', () => {
  expect(atMoment(aCall(), T + 59_999, 60_000).state).toBe('answered');
  expect(atMoment(aCall(), T + 60_000, 60_000).state).toBe('ongoing');
  expect(atMoment(aCall({ state: 'ringing', answeredAt: null }), T + 99_000, 60_000).state).toBe('ringing');
  expect(atMoment(anEnded(), T + 99_000, 60_000).state).toBe('unbooked');
});

test('the clock counts the ringing, then the talking, then stands still', () => {
  expect(elapsedMs(aCall({ state: 'ringing', answeredAt: null }), T)).toBe(8_000);
  expect(elapsedMs(aCall(), T + 5_000)).toBe(5_000);
  expect(elapsedMs(anEnded(), T + 500_000)).toBe(62_000);
  expect(
    elapsedMs(anEnded({ state: 'abandoned', talkMs: null, answeredAt: null, endedAt: T }), T + 9_000),
  ).toBe(8_000);
  expect(elapsedMs(aCall(), T - 5)).toBe(0);
});

test('a reason is taken from the answer on, as long as no job is booked', () => {
  expect(takesReason(aCall({ state: 'ringing' }))).toBe(false);
  expect(takesReason(aCall())).toBe(true);
  expect(takesReason(aCall({ state: 'ongoing', booked: true }))).toBe(false);
  expect(takesReason(anEnded())).toBe(true);
  expect(takesReason(anEnded({ state: 'not-lead' }))).toBe(true);
  for (const state of ['booked', 'excused', 'abandoned'] as const) {
    expect(takesReason(anEnded({ state }))).toBe(false);
  }
});

test('a reason is asked for only where the call ended without one', () => {
  expect(asksForReason(anEnded())).toBe(true);
  expect(asksForReason(anEnded({ leadBasis: 'reason' }))).toBe(false);
  expect(asksForReason(aCall({ state: 'ongoing' }))).toBe(false);
});

test('it says what the call would become if it ended now', () => {
  const noLead = { id: 'wrong', name: 'Wrong number', isLead: false };
  expect(outlook(aCall())).toBe('Excused if it ended now');
  expect(outlook(aCall({ state: 'ongoing' }))).toBe('Unbooked if it ended now');
  expect(outlook(aCall({ state: 'ongoing', reason: noLead }))).toBe('Not a lead if it ended now');
  expect(outlook(aCall({ state: 'ongoing', reason: noLead, booked: true }))).toBe('Booked if it ended now');
  expect(outlook(aCall({ booked: true }))).toBeNull();
  expect(outlook(aCall({ state: 'ringing' }))).toBeNull();
  expect(outlook(anEnded())).toBeNull();
});

test('the caller is the name, else the number, else unknown', () => {
  expect(callerOf(aCall())).toBe('Jane Cooper');
  expect(callerOf(aCall({ name: null }))).toBe('(555) 010-2345');
  expect(callerOf(aCall({ name: null, from: null }))).toBe('Unknown caller');
});

test.each([
  ['ringing', 'Ringing'],
  ['answered', 'Answered'],
  ['ongoing', 'Ongoing'],
  ['booked', 'Booked'],
  ['unbooked', 'Unbooked'],
  ['not-lead', 'Not a lead'],
  ['excused', 'Excused'],
  ['abandoned', 'Abandoned'],
] as const)('%s is called %s', (state, word) => {
  expect(stateWord(aCall({ state }))).toBe(word);
});
