import { expect, test } from 'vitest';
import { cardsAt, nextStays, type Stays } from '@/components/overlay/stays.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { aCall, anEnded, T } from './an-overlay.ts';

const END = T + 62_000;
const excused = anEnded({ state: 'excused', leadBasis: 'none' });
const given = { id: 'price', name: 'Price shopping', isLead: true };

/** Plays states one after the other. @returns whether the card shows at the end, and whether it fades. */
function play(...steps: { at: number; call: OverlayCall; kept?: boolean }[]): 'shows' | 'fades' | 'gone' {
  let stays: Stays = new Map();
  let last: 'shows' | 'fades' | 'gone' = 'gone';
  for (const { at, call, kept = false } of steps) {
    stays = nextStays(stays, [call], { now: at, wrapUpMs: 120_000, kept });
    const card = cardsAt(stays, [call], at)[0];
    last = card ? (card.leaving ? 'fades' : 'shows') : 'gone';
  }
  return last;
}

const open = { at: T, call: aCall() };
const ended = { at: END, call: excused };

test('an open call shows as long as it lasts', () => {
  expect(play({ at: T + 36_000_000, call: aCall() })).toBe('shows');
});

test('an ended call shows for twelve seconds and fades in the last of them', () => {
  expect(play(open, ended, { ...ended, at: END + 10_999 })).toBe('shows');
  expect(play(open, ended, { ...ended, at: END + 11_000 })).toBe('fades');
  expect(play(open, ended, { ...ended, at: END + 11_999 })).toBe('fades');
  expect(play(open, ended, { ...ended, at: END + 12_000 })).toBe('gone');
});

test('the twelve seconds begin when the end is heard of', () => {
  expect(play(open, { ...ended, at: END + 30_000 })).toBe('shows');
});

test('a call that had ended before it was first heard of shows only while it is news', () => {
  expect(play({ ...ended, at: END + 11_000 })).toBe('fades');
  expect(play({ ...ended, at: END + 30_000 })).toBe('gone');
});

test('a call whose reason is pending stays for the wrap-up time', () => {
  expect(play({ at: END + 118_000, call: anEnded() })).toBe('shows');
  expect(play({ at: END + 120_000, call: anEnded() })).toBe('gone');
});

test('once its reason is given it stays twelve seconds more', () => {
  const done = anEnded({ leadBasis: 'reason', reason: given });
  const asked = { at: END + 50_000, call: anEnded() };
  expect(play(asked, { at: END + 51_000, call: done }, { at: END + 61_000, call: done })).toBe('shows');
  expect(play(asked, { at: END + 51_000, call: done }, { at: END + 63_000, call: done })).toBe('gone');
});

test('pointer or focus in the overlay keep what shows, and for a few seconds after', () => {
  const kept = { at: END + 11_500, call: excused, kept: true };
  expect(play(open, ended, kept)).toBe('shows');
  expect(play(open, ended, kept, { at: END + 15_000, call: excused })).toBe('fades');
  expect(play(open, ended, kept, { at: END + 15_500, call: excused })).toBe('gone');
});

test('they do not bring back what is gone', () => {
  expect(play(open, ended, { at: END + 13_000, call: excused, kept: true })).toBe('gone');
});
