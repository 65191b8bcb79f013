/** What an open call is at this moment: the worker's last word, and the time that has passed since. */
import { classificationText, stateText } from '@/components/call-words.ts';
import { text } from '@/components/text.ts';
import type { Classification } from '@/lib/calls/call.ts';
import type { OverlayCall } from '@/lib/messaging.ts';

/** True until the call has its classification. */
export function isOpen(call: OverlayCall): boolean {
  return call.state === 'ringing' || call.state === 'answered' || call.state === 'ongoing';
}

/** The word for what a call is, or what it became. */
export function stateWord(call: OverlayCall): string {
  switch (call.state) {
    case 'ringing':
    case 'answered':
    case 'ongoing':
      return stateText(call.state);
    case 'booked':
    case 'unbooked':
    case 'not-lead':
    case 'excused':
    case 'abandoned':
      return classificationText(call.state);
    default:
      throw new Error(`unknown state ${call.state satisfies never}`);
  }
}

/** State and clock of a call at `now` (epoch ms): an answered call is ongoing once the threshold has passed. */
export function atMoment<C extends OverlayCall>(call: C, now: number, thresholdMs: number): C {
  if (call.state !== 'answered' || call.answeredAt === null) return call;
  return now - call.answeredAt >= thresholdMs ? { ...call, state: 'ongoing' } : call;
}

/** What the card's clock counts, in ms: talk time once answered, else ring time; stands still after the end. */
export function elapsedMs(call: OverlayCall, now: number): number {
  if (!isOpen(call) && call.talkMs !== null) return call.talkMs;
  return Math.max(0, (call.endedAt ?? now) - (call.answeredAt ?? call.startedAt));
}

/** The CSR can say why there is no job: from the answer on, as long as no job is booked. */
export function takesReason(call: OverlayCall): boolean {
  switch (call.state) {
    case 'answered':
    case 'ongoing':
      return !call.booked;
    case 'unbooked':
    case 'not-lead':
      return true;
    case 'ringing':
    case 'booked':
    case 'excused':
    case 'abandoned':
      return false;
    default:
      throw new Error(`unknown state ${call.state satisfies never}`);
  }
}

/** Ended without a job and nobody has said why yet. */
export function asksForReason(call: OverlayCall): boolean {
  return call.state === 'unbooked' && call.leadBasis === 'reason-pending';
}

/** Who calls: name, else number, else that it is not known. */
export function callerOf(call: OverlayCall): string {
  return call.name ?? call.from ?? text('callerUnknown');
}

/**
 * What the call would become if it ended now, in words; `null` where that hangs on a setting the page is not
 * told (a job booked within the threshold).
 */
export function outlook(call: OverlayCall): string | null {
  const became = outcomeNow(call);
  return became && text('overlayIfEndedNow', classificationText(became));
}

function outcomeNow(call: OverlayCall): Classification | null {
  if (call.state === 'answered') return call.booked ? null : 'excused';
  if (call.state !== 'ongoing') return null;
  if (call.booked) return 'booked';
  return call.reason && !call.reason.isLead ? 'not-lead' : 'unbooked';
}
