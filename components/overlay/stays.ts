/** How long each card stays: an open call's until it ends, an ended one's for a short while, longer where it asks something. */
import type { OverlayCall } from '@/lib/messaging.ts';
import { asksForReason, isOpen } from './live.ts';

/** How long the card of an ended call stays after its last change, ms. */
export const SHOWN_MS = 12_000;
/** The end of that time, in which the card fades, ms. */
export const FADE_MS = 1_000;
/** How long a card stays after pointer and focus have left the overlay, ms. */
const AFTER_KEPT_MS = 4_000;

/** By call id: how the card looked last, and when it goes (epoch ms). */
export type Stays = ReadonlyMap<string, { look: string; until: number }>;

/** A call to be shown. `leaving` = in the last moments of its stay. */
export interface Card {
  call: OverlayCall;
  leaving: boolean;
}

/**
 * @param before what this answered the last time; empty at first.
 * @param kept pointer or focus is in the overlay: what shows now does not go.
 */
export function nextStays(
  before: Stays,
  calls: readonly OverlayCall[],
  { now, wrapUpMs, kept }: { now: number; wrapUpMs: number; kept: boolean },
): Stays {
  const stays = new Map<string, { look: string; until: number }>();
  for (const call of calls) {
    const last = before.get(call.id);
    const look = lookOf(call);
    let until = last && last.look === look ? last.until : freshUntil(call, last !== undefined, now);
    if (asksForReason(call)) until = Math.max(until, endOf(call) + wrapUpMs);
    if (kept && last && last.until > now) until = Math.max(until, now + AFTER_KEPT_MS);
    stays.set(call.id, { look, until });
  }
  return stays;
}

/** The cards that show at `now`, in the order of the calls. */
export function cardsAt(stays: Stays, calls: readonly OverlayCall[], now: number): Card[] {
  return calls.flatMap((call) => {
    const left = (stays.get(call.id)?.until ?? 0) - now;
    return left > 0 ? [{ call, leaving: left <= FADE_MS }] : [];
  });
}

/** A call that had already ended when it was first heard of (the page was loaded again) is no news. */
function freshUntil(call: OverlayCall, seenBefore: boolean, now: number): number {
  if (isOpen(call)) return Number.POSITIVE_INFINITY;
  return (seenBefore ? now : endOf(call)) + SHOWN_MS;
}

function endOf(call: OverlayCall): number {
  return call.endedAt ?? call.startedAt;
}

/** What a person would notice if it changed on an ended call. */
function lookOf(call: OverlayCall): string {
  return isOpen(call) ? 'open' : JSON.stringify([call.state, call.reason?.id, call.job, call.review]);
}
