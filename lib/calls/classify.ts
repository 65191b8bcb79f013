/** What a call becomes: the seven steps of the chart, the lead rules, and a person's correction above both. */
import type {
  AbandonCause,
  CallEvent,
  Classification,
  GivenReason,
  LeadBasis,
  Review,
  RulesAtEnd,
  Signal,
} from './call.ts';

/** The course of a call, as the fold found it. Times are epoch ms, `null` = did not happen. */
export interface Course {
  direction: 'inbound' | 'outbound';
  taken: boolean;
  startedAt: number;
  answeredAt: number | null;
  claimedAt: number | null;
  connectedAt: number | null;
  endedAt: number | null;
  needs: ReadonlySet<Signal>;
  rejectedAt: number | null;
  /** In order of time. */
  bookings: readonly Extract<CallEvent, { type: 'booked' }>[];
  reason: GivenReason | null;
  correction: Extract<CallEvent, { type: 'reclassified' }> | null;
  rules: RulesAtEnd;
}

/** What the rules make of a call. */
export interface Judgement {
  classification: Classification | null;
  original: Classification | null;
  cause: AbandonCause | null;
  review: Review | null;
  lead: boolean | null;
  leadBasis: LeadBasis;
  ringMs: number | null;
  talkMs: number | null;
  job: string | null;
}

/** Judges a call. One that goes on, is outbound or was taken by another CSR has no classification. */
export function classify(course: Course): Judgement {
  const { startedAt, answeredAt, endedAt, rules } = course;
  const bookedInTime = course.bookings.filter((b) => endedAt === null || b.at <= endedAt);
  const job = (bookedInTime.at(-1) ?? course.bookings.at(-1))?.job ?? null;
  const ringMs = answeredAt !== null ? answeredAt - startedAt : endedAt !== null ? endedAt - startedAt : null;
  const talkMs = answeredAt !== null && endedAt !== null ? endedAt - answeredAt : null;
  if (endedAt === null || course.taken || course.direction === 'outbound') {
    return {
      classification: null,
      original: null,
      cause: null,
      review: null,
      lead: null,
      leadBasis: 'none',
      ringMs,
      talkMs,
      job,
    };
  }

  const cause = causeOf(course);
  const original = cause ? 'abandoned' : talkClass(talkMs ?? 0, bookedInTime.length > 0, course);
  const classification = course.correction?.to ?? original;
  const { lead, leadBasis } = leadOf(classification, talkMs ?? 0, course);
  return {
    classification,
    original,
    cause: classification === 'abandoned' ? cause : null,
    review: course.correction ? null : reviewOf(classification, bookedInTime.length > 0, course, rules),
    lead,
    leadBasis,
    ringMs,
    talkMs,
    job,
  };
}

/** Steps 1 and 2, and the click that rejected the call before it was answered. */
function causeOf(course: Course): AbandonCause | null {
  const { answeredAt, rejectedAt } = course;
  if (answeredAt !== null) return null;
  if (rejectedAt !== null) return 'rejected';
  const onlyTheClaimIsMissing =
    course.needs.has('claim') &&
    course.needs.has('connection') &&
    course.connectedAt !== null &&
    course.claimedAt === null;
  return onlyTheClaimIsMissing ? 'not-claimed' : 'not-answered';
}

/** Steps 4 to 7. 60.000 s is ongoing, 59.999 s is excused. */
function talkClass(talkMs: number, booked: boolean, { rules, reason }: Course): Classification {
  if (talkMs < rules.thresholdMs) {
    return booked && rules.bookedUnderThreshold === 'booked' ? 'booked' : 'excused';
  }
  if (booked) return 'booked';
  return reason && !reason.isLead ? 'not-lead' : 'unbooked';
}

function reviewOf(
  classification: Classification,
  bookedInTime: boolean,
  course: Course,
  rules: RulesAtEnd,
): Review | null {
  if (classification === 'booked') return null;
  if (classification === 'excused' && bookedInTime) return 'booked-under-threshold';
  const end = course.endedAt ?? 0;
  const late = course.bookings.some((b) => b.at > end && b.at <= end + rules.wrapUpMs);
  return late ? 'booked-after-end' : null;
}

/** Section 3 of the rules. More than the threshold is a lead without reasons; exactly the threshold is not. */
function leadOf(
  classification: Classification,
  talkMs: number,
  { correction, reason, rules }: Course,
): { lead: boolean; leadBasis: LeadBasis } {
  if (correction) {
    return { lead: classification === 'booked' || classification === 'unbooked', leadBasis: 'manual' };
  }
  switch (classification) {
    case 'booked':
      return { lead: true, leadBasis: 'booked' };
    case 'abandoned':
    case 'excused':
      return { lead: false, leadBasis: 'none' };
    case 'not-lead':
      return { lead: false, leadBasis: 'reason' };
    case 'unbooked':
      if (reason) return { lead: true, leadBasis: 'reason' };
      if (rules.reasonsSetUp) return { lead: true, leadBasis: 'reason-pending' };
      return talkMs > rules.thresholdMs
        ? { lead: true, leadBasis: 'over-threshold-no-reasons' }
        : { lead: false, leadBasis: 'none' };
    default:
      return classification satisfies never;
  }
}
