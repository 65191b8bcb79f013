/** Why an ended call became what it is, in one line: "62 s, no job booked, reason: Price shopping". */

import { duration, seconds } from '@/components/duration.ts';
import { text } from '@/components/text.ts';
import type { OverlayCall } from '@/lib/messaging.ts';

/**
 * @param thresholdMs the talk time from which calls are not excused.
 * @returns the line; empty for a call that goes on.
 */
export function why(call: OverlayCall, thresholdMs: number): string {
  const parts = because(call, thresholdMs);
  if (parts.length > 0 && call.endInferred) parts.push(text('overlayWhyEndUnseen'));
  return parts.join(', ');
}

function because(call: OverlayCall, thresholdMs: number): string[] {
  const talk = call.talkMs === null ? [] : [duration(call.talkMs)];
  switch (call.state) {
    case 'ringing':
    case 'answered':
    case 'ongoing':
      return [];
    case 'booked':
      return [...talk, bookedText(call), ...corrected(call)];
    case 'excused': {
      const under = call.talkMs !== null && call.talkMs < thresholdMs;
      const ended = under ? [text('overlayWhyUnder', seconds(thresholdMs))] : [];
      return call.review === 'booked-under-threshold'
        ? [...talk, bookedText(call), text('overlayWhyButUnder', seconds(thresholdMs))]
        : [...talk, ...ended, ...afterEnd(call)];
    }
    case 'unbooked':
      return [...talk, text('overlayWhyNoJob'), ...leadWords(call, thresholdMs), ...afterEnd(call)];
    case 'not-lead': {
      const given = call.reason ? [text('overlayWhyReasonNoLead', call.reason.name)] : corrected(call);
      return [...talk, text('overlayWhyNoJob'), ...given, ...afterEnd(call)];
    }
    case 'abandoned':
      return [abandonedText(call)];
    default:
      throw new Error(`unknown state ${call.state satisfies never}`);
  }
}

function bookedText(call: OverlayCall): string {
  return call.job === null ? text('overlayJobBookedNameless') : text('overlayJobBooked', call.job);
}

function afterEnd(call: OverlayCall): string[] {
  return call.review === 'booked-after-end' ? [text('overlayWhyAfterEnd')] : [];
}

function corrected(call: OverlayCall): string[] {
  return call.leadBasis === 'manual' ? [text('overlayWhyCorrected')] : [];
}

/** Why an unbooked call is a lead, or is none. */
function leadWords(call: OverlayCall, thresholdMs: number): string[] {
  switch (call.leadBasis) {
    case 'reason':
      return call.reason ? [text('overlayWhyReason', call.reason.name)] : [];
    case 'reason-pending':
      return [text('overlayWhyReasonPending')];
    case 'over-threshold-no-reasons':
      return [text('overlayWhyNoReasons')];
    case 'manual':
      return [text('overlayWhyCorrected')];
    case 'none':
      return [text('overlayWhyNotOver', seconds(thresholdMs))];
    case 'booked':
      return [];
    default:
      throw new Error(`unknown basis ${call.leadBasis satisfies never}`);
  }
}

function abandonedText(call: OverlayCall): string {
  const rang = duration((call.endedAt ?? call.startedAt) - call.startedAt);
  switch (call.cause) {
    case 'not-answered':
      return text('overlayWhyNotAnswered', rang);
    case 'not-claimed':
      return text('overlayWhyNotClaimed', rang);
    case 'rejected':
      return text('overlayWhyRejected', rang);
    case null:
      return text('overlayWhyRang', rang);
    default:
      throw new Error(`unknown cause ${call.cause satisfies never}`);
  }
}
