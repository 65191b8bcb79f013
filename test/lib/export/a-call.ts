/** A whole call to start from: booked, 62.5 s of talk, ended. */
import type { Call } from '@/lib/calls/call.ts';

const START = Date.UTC(2026, 10, 23, 18, 4, 5, 123);

/** @param changes what is different about this one. */
export function aCall(changes: Partial<Call> = {}): Call {
  return {
    id: 'https://crm.acme.example#C-1',
    origin: 'https://crm.acme.example',
    crm: 'Acme CRM',
    direction: 'inbound',
    startedAt: START,
    answeredAt: START + 4_000,
    claimedAt: START + 4_000,
    connectedAt: START + 4_000,
    endedAt: START + 66_500,
    end: 'seen',
    mayReturn: false,
    lastAt: START + 66_500,
    onHold: false,
    taken: false,
    handedTo: null,
    facts: {
      from: '+15550102234',
      name: 'Ada Byrne',
      to: '+15550100000',
      campaign: 'Radio',
      csr: 'Dana Ruiz',
      job: '48213',
      note: 'gate code 12, ring twice',
    },
    reason: null,
    classification: 'booked',
    original: 'booked',
    cause: null,
    review: null,
    lead: true,
    leadBasis: 'booked',
    ringMs: 4_000,
    talkMs: 62_500,
    corrected: null,
    followUp: null,
    events: [],
    ...changes,
  };
}
