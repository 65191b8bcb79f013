/** The words people read for the words the code uses. */
import type { AbandonCause, Call, Classification, LiveState } from '@/lib/calls/call.ts';
import { type TextKey, text } from './text.ts';

const CLASSIFICATION: Record<Classification, TextKey> = {
  booked: 'classificationBooked',
  unbooked: 'classificationUnbooked',
  'not-lead': 'classificationNotLead',
  excused: 'classificationExcused',
  abandoned: 'classificationAbandoned',
};
const STATE: Record<LiveState, TextKey> = {
  ringing: 'stateRinging',
  answered: 'stateAnswered',
  ongoing: 'stateOngoing',
};
const CAUSE: Record<AbandonCause, TextKey> = {
  'not-answered': 'causeNotAnswered',
  'not-claimed': 'causeNotClaimed',
  rejected: 'causeRejected',
};

export function classificationText(classification: Classification): string {
  return text(CLASSIFICATION[classification]);
}

export function stateText(state: LiveState): string {
  return text(STATE[state]);
}

export function causeText(cause: AbandonCause): string {
  return text(CAUSE[cause]);
}

/** Who calls: the name, else the number, else that it is not known. */
export function callerText(call: Pick<Call, 'facts'>): string {
  return call.facts.name ?? call.facts.from ?? text('callerUnknown');
}
