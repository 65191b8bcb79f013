/**
 * Folds a call's events into its record. Pure and total: the same set of events gives the same record in
 * whatever order, however often and in however many parts they arrived.
 */
import type { Call, CallEvent, CallReason, Facts, GivenReason, Rules, RulesAtEnd, Signal } from './call.ts';
import { classify } from './classify.ts';

/** What identifies a call besides its events. */
export interface CallIdentity {
  id: string;
  origin: string;
  crm: string;
}

/** What the fold falls back on where the events themselves do not say it. */
export interface Circumstances {
  /** Used for calls whose `rang` does not name the profile's signals. */
  signals: readonly Signal[];
  /** Used for calls whose `ended` does not carry the rules as they were. */
  rules: Rules;
  /** The reasons as set up now. */
  reasons: readonly CallReason[];
}

/** How long after a claim another CSR's name on the call means that the race was lost, in ms. */
export const LOST_RACE_MS = 3_000;

/** The record of a call. Throws nothing: a set without `rang` starts at its first event. */
export function fold(identity: CallIdentity, events: readonly CallEvent[], given: Circumstances): Call {
  const all = inOrder(events);
  const undone = undoneIds(all);
  const valid = all.filter((e) => !undone.has(e.id));
  const first = valid.find((e) => e.type === 'rang') ?? valid[0];
  const startedAt = first?.at ?? 0;
  const signals = ofType(valid, 'rang').find((e) => e.signals?.length)?.signals;
  const needs = new Set<Signal>(signals ?? given.signals);

  const ownClaim = ofType(valid, 'claimed').find((e) => !e.elsewhere);
  // Another browser names the CSR of this one "elsewhere": the same claim, seen from the next desk.
  const lastClaim = ofType(valid, 'claimed').findLast(
    (e) => !e.elsewhere || !ownClaim || e.csr === undefined || e.csr !== ownClaim.csr,
  );
  const elsewhere = lastClaim?.elsewhere ? lastClaim : undefined;

  const course = endOf(valid);
  const within = (at: number | undefined, end: number | null) =>
    at !== undefined && (end === null || at <= end) ? at : null;
  const answeredBy = (end: number | null) => {
    const claimedAt = within(ownClaim?.at, end);
    const connectedAt = within(ofType(valid, 'connected')[0]?.at, end);
    const answered =
      (!needs.has('claim') || claimedAt !== null) && (!needs.has('connection') || connectedAt !== null);
    const talkFrom = needs.has('connection') ? connectedAt : claimedAt;
    // The call is answered only once all signals are seen; talk time then counts from the connection.
    const since = Math.max(
      needs.has('claim') ? (claimedAt ?? 0) : 0,
      needs.has('connection') ? (connectedAt ?? 0) : 0,
    );
    return { claimedAt, connectedAt, answeredAt: answered ? talkFrom : null, since };
  };

  const { claimedAt, connectedAt, answeredAt, since } = answeredBy(course.endedAt);
  let { endedAt, end } = course;
  let taken = false;
  let handedTo: string | null = null;
  if (elsewhere && (endedAt === null || elsewhere.at <= endedAt)) {
    const mine = answeredAt !== null && since < elsewhere.at && elsewhere.at - since > LOST_RACE_MS;
    if (mine) {
      // A call of mine that another CSR takes over ends for me at that moment, as an answered call.
      handedTo = elsewhere.csr ?? '';
      endedAt = elsewhere.at;
      end = 'seen';
    } else {
      taken = true;
    }
  }

  const holds = valid.filter(
    (e) => (e.type === 'held' || e.type === 'resumed') && within(e.at, endedAt) !== null,
  );
  const bookings = ofType(valid, 'booked');
  const rejected = ofType(valid, 'rejected')[0];
  const lastReason = ofType(valid, 'reasonGiven').at(-1);
  const verdict = ofType(valid, 'reclassified').at(-1);
  const personNotes = ofType(valid, 'noted').filter((e) => isPerson(e.by));
  const correction = [verdict, personNotes.at(-1)]
    .filter((e) => e !== undefined)
    .sort(byTime)
    .at(-1);
  const facts = factsOf(valid);
  if (ownClaim?.csr && facts.csr === undefined) facts.csr = ownClaim.csr;

  const rules: RulesAtEnd = course.rules ?? {
    thresholdMs: given.rules.thresholdMs,
    wrapUpMs: given.rules.wrapUpMs,
    bookedUnderThreshold: given.rules.bookedUnderThreshold,
    reasonsSetUp: given.reasons.some((r) => r.active),
  };
  const direction = valid.some((e) => e.type === 'rang' && e.direction === 'outbound')
    ? 'outbound'
    : 'inbound';
  const reason = lastReason ? reasonOf(lastReason, given.reasons) : null;
  const judged = classify({
    direction,
    taken,
    startedAt,
    answeredAt,
    claimedAt,
    connectedAt,
    endedAt,
    needs,
    rejectedAt: within(rejected?.at, endedAt),
    bookings,
    reason,
    correction: verdict ?? null,
    rules,
  });
  const job = personNotes.findLast((e) => e.facts.job !== undefined)?.facts.job ?? verdict?.job ?? judged.job;
  if (job !== undefined && job !== null) facts.job = job;

  return {
    ...identity,
    direction,
    startedAt,
    answeredAt,
    claimedAt,
    connectedAt,
    endedAt,
    end: endedAt === null ? null : end,
    mayReturn: endedAt !== null && handedTo === null && course.mayReturn,
    lastAt: valid.reduce((last, e) => (isSighting(e) ? Math.max(last, e.at) : last), startedAt),
    onHold: endedAt === null && holds.at(-1)?.type === 'held',
    taken,
    handedTo,
    facts,
    reason,
    classification: judged.classification,
    original: judged.original,
    cause: judged.cause,
    review: judged.review,
    lead: judged.lead,
    leadBasis: judged.leadBasis,
    ringMs: judged.ringMs,
    talkMs: judged.talkMs,
    corrected: correction ? { by: correction.by ?? '', at: correction.at } : null,
    followUp: judged.classification === 'abandoned' ? followUpOf(valid) : null,
    events: all,
  };
}

/** Events in order of time, then id, each once. */
export function inOrder(events: readonly CallEvent[]): CallEvent[] {
  const byId = new Map<string, CallEvent>();
  // One id is one fact; should two differ all the same, the choice must not depend on the order of arrival.
  for (const e of events) {
    const known = byId.get(e.id);
    if (!known || JSON.stringify(e) < JSON.stringify(known)) byId.set(e.id, e);
  }
  return [...byId.values()].sort(byTime);
}

/** The events of one type, typed as such. */
export function ofType<T extends CallEvent['type']>(
  events: readonly CallEvent[],
  type: T,
): Extract<CallEvent, { type: T }>[] {
  return events.filter((e): e is Extract<CallEvent, { type: T }> => e.type === type);
}

/** The events that count: without those that were undone. In order of time, then id. */
export function effective(events: readonly CallEvent[]): CallEvent[] {
  const all = inOrder(events);
  const undone = undoneIds(all);
  return all.filter((e) => !undone.has(e.id));
}

/** Whether a person said it, and not a page or the rules. */
export function isPerson(by: string | undefined): boolean {
  return by !== undefined && by !== 'page' && by !== 'gesture' && by !== 'rules';
}

/** What the page alone has said of a call, without people's corrections. */
export function factsByPage(events: readonly CallEvent[]): Facts {
  return factsOf(events.filter((e) => e.type === 'rang' || (e.type === 'noted' && !isPerson(e.by))));
}

function byTime(a: CallEvent, b: CallEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** An undo can itself be undone; later ones decide over earlier ones. */
function undoneIds(ordered: readonly CallEvent[]): Set<string> {
  const undone = new Set<string>();
  for (const e of ordered.toReversed()) {
    if (e.type === 'undone' && !undone.has(e.id)) undone.add(e.undoes);
  }
  return undone;
}

/** Proof that the call was there. A claim elsewhere is none of ours, but it is a sighting. */
function isSighting(e: CallEvent): boolean {
  switch (e.type) {
    case 'rang':
    case 'connected':
    case 'claimed':
    case 'held':
    case 'resumed':
    case 'rejected':
      return true;
    case 'booked':
    case 'ended':
    case 'reasonGiven':
    case 'reclassified':
    case 'followedUp':
    case 'noted':
    case 'undone':
      return false;
    default:
      return e satisfies never;
  }
}

/**
 * The earliest end of which there was a sign counts. Where there was none, the latest of those that were
 * inferred or only went out of sight counts, as long as nothing later proves that the call went on.
 */
function endOf(ordered: readonly CallEvent[]): {
  endedAt: number | null;
  end: 'seen' | 'inferred' | null;
  mayReturn: boolean;
  rules?: RulesAtEnd;
} {
  const ends = ofType(ordered, 'ended');
  const firm = ends.find((e) => e.end !== 'inferred' && !e.vanished);
  const chosen = firm ?? ends.at(-1);
  const wentOn = !firm && ordered.some((e) => isSighting(e) && e.at > (chosen?.at ?? 0));
  if (!chosen || wentOn) return { endedAt: null, end: null, mayReturn: false };
  return {
    endedAt: chosen.at,
    end: chosen.end ?? 'seen',
    mayReturn: !firm,
    ...(chosen.rules ? { rules: chosen.rules } : {}),
  };
}

/** Later words replace earlier ones, a person's word replaces the page's. */
function factsOf(ordered: readonly CallEvent[]): Facts {
  const facts: Facts = {};
  const add = (more: Facts | undefined) => {
    for (const [key, value] of Object.entries(more ?? {})) {
      if (value !== undefined && value !== '') facts[key as keyof Facts] = value;
    }
  };
  for (const e of ofType(ordered, 'rang')) add(e.facts);
  const notes = ofType(ordered, 'noted');
  for (const e of notes) if (!isPerson(e.by)) add(e.facts);
  for (const e of notes) if (isPerson(e.by)) add(e.facts);
  return facts;
}

function reasonOf(
  event: Extract<CallEvent, { type: 'reasonGiven' }>,
  reasons: readonly CallReason[],
): GivenReason {
  if (event.given) return event.given;
  const now = reasons.find((r) => r.id === event.reason);
  return { id: event.reason, name: now?.name ?? event.reason, isLead: now?.isLead ?? true };
}

function followUpOf(valid: readonly CallEvent[]): Call['followUp'] {
  const last = ofType(valid, 'followedUp').at(-1);
  if (!last) return { state: 'open', at: null, by: null, why: null };
  return { state: last.as, at: last.at, by: last.by ?? null, why: last.why ?? null };
}
