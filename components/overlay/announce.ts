/** What a screen reader is told when a call changes. The clock is not news; crossing the threshold is. */
import { seconds } from '@/components/duration.ts';
import { text } from '@/components/text.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { asksForReason, callerOf, isOpen, stateWord } from './live.ts';
import { why } from './why.ts';

/**
 * @param before the calls as they were told last, @param after as they are (both at their moment, see `atMoment`).
 * @returns one short sentence a change; empty if nothing changed.
 */
export function announcement(
  before: readonly OverlayCall[],
  after: readonly OverlayCall[],
  thresholdMs: number,
): string {
  const told = new Map(before.map((call) => [call.id, sentence(call, thresholdMs)]));
  return after
    .map((call) => [told.get(call.id), sentence(call, thresholdMs)])
    .filter(([last, next]) => last !== next)
    .map(([, next]) => next)
    .join(' ');
}

function sentence(call: OverlayCall, thresholdMs: number): string {
  const caller = callerOf(call);
  if (!isOpen(call)) {
    const ask = asksForReason(call) ? ` ${text('overlayReasonAsk')}` : '';
    return `${text('overlayTell', caller, stateWord(call), why(call, thresholdMs))}${ask}`;
  }
  if (call.state === 'ringing') return text('overlayTellRinging', caller);
  if (call.onHold) return text('overlayTellState', caller, text('stateOnHold'));
  if (call.booked) return text('overlayTellState', caller, text('overlayJobBookedNameless'));
  return call.state === 'ongoing'
    ? text('overlayTellOngoing', caller, seconds(thresholdMs))
    : text('overlayTellState', caller, stateWord(call));
}
