/** The numbers of section 6 of the rules that a list of calls gives. */
import type { Call, Rules } from './call.ts';

/** Counts over ended inbound calls of this browser; taken and outbound ones are in none of them. */
export interface Counts {
  /** All ended inbound calls, short-abandoned ones included. */
  calls: number;
  booked: number;
  unbooked: number;
  notLead: number;
  excused: number;
  /** Abandoned calls that were not short. */
  abandoned: number;
  /** Left out of `abandoned`: rang shorter than the short-abandon limit. */
  shortAbandoned: number;
  leads: number;
  /** Leads only because no reason is set up (basis `over-threshold-no-reasons`). */
  leadsWithoutReasons: number;
  /** booked ÷ leads, 0..1; `null` where there is no lead. */
  bookingRate: number | null;
  /** abandoned ÷ all inbound calls, short ones out; `null` where there is no call. */
  abandonRate: number | null;
}

/** An abandoned call that rang shorter than the limit (0 = off). */
export function isShort(call: Pick<Call, 'classification' | 'ringMs'>, shortAbandonMs: number): boolean {
  return call.classification === 'abandoned' && (call.ringMs ?? 0) < shortAbandonMs;
}

/** How old an open abandoned call is: overdue past the callback target, cold past the cold limit. */
export function urgency(
  call: Pick<Call, 'endedAt' | 'startedAt'>,
  rules: Pick<Rules, 'callbackTargetMs' | 'coldMs'>,
  now: number,
): 'fresh' | 'overdue' | 'cold' {
  const openFor = now - (call.endedAt ?? call.startedAt);
  if (openFor > rules.coldMs) return 'cold';
  return openFor > rules.callbackTargetMs ? 'overdue' : 'fresh';
}

/** Counts the calls. Live ones (no classification) are passed over. */
export function count(calls: Iterable<Call>, rules: Pick<Rules, 'shortAbandonMs'>): Counts {
  const n: Counts = {
    calls: 0,
    booked: 0,
    unbooked: 0,
    notLead: 0,
    excused: 0,
    abandoned: 0,
    shortAbandoned: 0,
    leads: 0,
    leadsWithoutReasons: 0,
    bookingRate: null,
    abandonRate: null,
  };
  for (const call of calls) {
    if (call.classification === null) continue;
    n.calls += 1;
    if (call.lead) n.leads += 1;
    if (call.leadBasis === 'over-threshold-no-reasons') n.leadsWithoutReasons += 1;
    switch (call.classification) {
      case 'booked':
        n.booked += 1;
        break;
      case 'unbooked':
        n.unbooked += 1;
        break;
      case 'not-lead':
        n.notLead += 1;
        break;
      case 'excused':
        n.excused += 1;
        break;
      case 'abandoned':
        if (isShort(call, rules.shortAbandonMs)) n.shortAbandoned += 1;
        else n.abandoned += 1;
        break;
      default:
        call.classification satisfies never;
    }
  }
  const counted = n.calls - n.shortAbandoned;
  n.bookingRate = n.leads > 0 ? n.booked / n.leads : null;
  n.abandonRate = counted > 0 ? n.abandoned / counted : null;
  return n;
}
