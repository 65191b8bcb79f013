/** The cards that show now: remembers from render to render how long each one stays. */
import { useRef } from 'preact/hooks';
import type { OverlayState } from '@/lib/messaging.ts';
import { atMoment } from './live.ts';
import { type Card, cardsAt, nextStays, type Stays } from './stays.ts';

/** @param kept pointer or focus is in the overlay: nothing that shows goes. */
export function useCards(state: OverlayState | null, now: number, kept: boolean): Card[] {
  const stays = useRef<Stays>(new Map());
  if (!state) return [];
  const calls = state.calls.map((call) => atMoment(call, now, state.thresholdMs));
  stays.current = nextStays(stays.current, calls, { now, wrapUpMs: state.wrapUpMs, kept });
  return cardsAt(stays.current, calls, now);
}
