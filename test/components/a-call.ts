/** Calls as values for component tests. */
import type { Call } from '@/lib/calls/call.ts';

/** 2026-11-23 15:00:00 UTC: the now of all component tests. */
export const NOW = Date.UTC(2026, 10, 23, 15);

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A call that began to ring 10 s ago, with whatever is said differently. */
export function aCall(part: Partial<Call> = {}): Call {
  return {
    id: 'call-1',
    origin: 'https://crm.acme.example',
    crm: 'Acme CRM',
    direction: 'inbound',
    startedAt: NOW - 10 * SECOND,
    answeredAt: null,
    claimedAt: null,
    connectedAt: null,
    endedAt: null,
    end: null,
    mayReturn: false,
    lastAt: NOW,
    onHold: false,
    taken: false,
    handedTo: null,
    facts: { from: '+1 (555) 010-2234' },
    reason: null,
    classification: null,
    original: null,
    cause: null,
    review: null,
    lead: null,
    leadBasis: 'none',
    ringMs: null,
    talkMs: null,
    corrected: null,
    followUp: null,
    events: [],
    ...part,
  };
}

/** A call that ended a minute ago and became this. */
export function anEnded(classification: NonNullable<Call['classification']>, part: Partial<Call> = {}): Call {
  const answered = classification !== 'abandoned';
  return aCall({
    startedAt: NOW - 5 * MINUTE,
    answeredAt: answered ? NOW - 5 * MINUTE + 5 * SECOND : null,
    endedAt: NOW - MINUTE,
    end: 'seen',
    classification,
    original: classification,
    lead: classification === 'booked' || classification === 'unbooked',
    ringMs: answered ? 5 * SECOND : 4 * MINUTE,
    ...part,
  });
}

/** An abandoned call nobody has followed up, that ended `age` ms ago. */
export function anAbandoned(id: string, age: number, part: Partial<Call> = {}): Call {
  return anEnded('abandoned', {
    id,
    startedAt: NOW - age - 20 * SECOND,
    endedAt: NOW - age,
    ringMs: 20 * SECOND,
    cause: 'not-answered',
    followUp: { state: 'open', at: null, by: null, why: null },
    ...part,
  });
}
