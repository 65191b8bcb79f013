/**
 * The words of a call: its events, the record they fold into, and the settings that bear on it.
 * Times are epoch milliseconds, UTC. The meaning of every word is in docs of the rules: README, "How it classifies".
 */

/** Which signals a CRM's profile has; a call is answered once all of them are seen. */
export type Signal = 'claim' | 'connection';

/** What a call is while it goes on. */
export type LiveState = 'ringing' | 'answered' | 'ongoing';

/** What a call became. */
export type Classification = 'abandoned' | 'excused' | 'unbooked' | 'not-lead' | 'booked';

/** All classifications, in the order people are shown them. */
export const CLASSIFICATIONS = [
  'booked',
  'unbooked',
  'not-lead',
  'excused',
  'abandoned',
] as const satisfies readonly Classification[];

/** Why an abandoned call is abandoned. */
export type AbandonCause = 'not-answered' | 'not-claimed' | 'rejected';

/** What a manager should look at: one click away from booked. */
export type Review = 'booked-under-threshold' | 'booked-after-end';

/** Which rule decided whether the call is a lead. */
export type LeadBasis =
  | 'booked'
  | 'over-threshold-no-reasons'
  | 'reason'
  | 'reason-pending'
  | 'manual'
  | 'none';

/** How an abandoned call was followed up; `open` = put back into the queue by a person. */
export type FollowUpState = 'open' | 'called-back' | 'attempted' | 'dismissed' | 'reached-us-again';

/** A reason a CSR gives for a call without a job. */
export interface CallReason {
  id: string;
  name: string;
  isLead: boolean;
  active: boolean;
  /** Place in the list, ascending; equal ones by name. Absent = 0. */
  sort?: number;
}

/** A call reason as it was when it was given: a later change of the list does not rewrite a call. */
export interface GivenReason {
  id: string;
  name: string;
  isLead: boolean;
}

/** The settings that bear on classification and follow-up. Durations in milliseconds. */
export interface Rules {
  /** Talk time from which a call is ongoing instead of excused. */
  thresholdMs: number;
  /** How long after its end a job booked in the same tab still points at the call. */
  wrapUpMs: number;
  /** What a job booked within the threshold makes of a call that also ended within it. */
  bookedUnderThreshold: 'excused' | 'booked';
  /** Abandoned calls that rang shorter than this are marked short; 0 = off. */
  shortAbandonMs: number;
  /** Time in which an abandoned call should be called back. */
  callbackTargetMs: number;
  /** Age from which an open abandoned call is cold. */
  coldMs: number;
}

/** The rules as shipped (60 s threshold, 120 s wrap-up, chart order, 30 min target, cold after 24 h). */
export const DEFAULT_RULES: Rules = {
  thresholdMs: 60_000,
  wrapUpMs: 120_000,
  bookedUnderThreshold: 'excused',
  shortAbandonMs: 0,
  callbackTargetMs: 30 * 60_000,
  coldMs: 24 * 60 * 60_000,
};

/**
 * The part of the rules that an ended call keeps, as it was when the call ended: changing settings or
 * setting up reasons later does not rewrite the past.
 */
export interface RulesAtEnd {
  thresholdMs: number;
  wrapUpMs: number;
  bookedUnderThreshold: 'excused' | 'booked';
  reasonsSetUp: boolean;
}

/** What is known of the call besides its course. Absent = not known. */
export interface Facts {
  /** The caller's number as the page shows it. */
  from?: string;
  name?: string;
  to?: string;
  campaign?: string;
  csr?: string;
  note?: string;
  job?: string;
}

interface Stamp {
  /** Unique for ever; the same fact seen twice by the same observation has the same id. */
  id: string;
  /** Epoch ms, UTC. */
  at: number;
  /** Who or what said it: `page`, `gesture`, `rules`, or a person's name. Absent = the page. */
  by?: string;
}

/** One thing that happened to a call. A call is a set of these that only grows. */
export type CallEvent =
  | (Stamp & {
      type: 'rang';
      signals?: Signal[];
      direction?: 'inbound' | 'outbound';
      facts?: Facts;
    })
  | (Stamp & { type: 'connected' })
  | (Stamp & {
      type: 'claimed';
      /** The CSR who claimed it. */
      csr?: string;
      /** True where the page shows another CSR's name on it: no call of this CSR. */
      elsewhere?: boolean;
    })
  | (Stamp & { type: 'held' })
  /** Off hold, or seen alive again after an end that was only inferred. */
  | (Stamp & { type: 'resumed' })
  | (Stamp & { type: 'rejected' })
  | (Stamp & {
      type: 'booked';
      job?: string;
      /** `id` of the unmatched booking that a person tied to this call. */
      booking?: string;
    })
  | (Stamp & {
      type: 'ended';
      /** `inferred` = the end itself was not seen; `at` is the last moment the call was. Absent = seen. */
      end?: 'seen' | 'inferred';
      /** The page showed no sign of the end, the call only went out of sight: seen again, it goes on. */
      vanished?: boolean;
      rules?: RulesAtEnd;
    })
  | (Stamp & {
      type: 'reasonGiven';
      /** Id of the reason. */
      reason: string;
      /** Name and flag as they were; absent in events from before reasons were copied. */
      given?: GivenReason;
    })
  | (Stamp & { type: 'reclassified'; to: Classification; job?: string; why?: string })
  | (Stamp & {
      type: 'followedUp';
      as: FollowUpState;
      why?: string;
      /** The call in which the same number reached us again. */
      call?: string;
    })
  | (Stamp & { type: 'noted'; facts: Facts })
  | (Stamp & {
      type: 'undone';
      /** Id of the event that no longer counts. */
      undoes: string;
    });

/** The record: a fold of the call's events. Durations in milliseconds, `null` = does not apply. */
export interface Call {
  id: string;
  /** Origin of the CRM's page, e.g. `https://crm.acme.example`. */
  origin: string;
  /** The profile's name: what people call this CRM. */
  crm: string;
  direction: 'inbound' | 'outbound';
  startedAt: number;
  /** When talk time starts. */
  answeredAt: number | null;
  claimedAt: number | null;
  connectedAt: number | null;
  endedAt: number | null;
  end: 'seen' | 'inferred' | null;
  /** Its end was inferred, or it only went out of sight: seen again, the call goes on. */
  mayReturn: boolean;
  /** The last moment this call is known to have been there, by its events. */
  lastAt: number;
  onHold: boolean;
  /** Claimed by another CSR: never classified here. */
  taken: boolean;
  /** The CSR who took this call over from this one after it was answered. */
  handedTo: string | null;
  facts: Facts;
  reason: GivenReason | null;
  classification: Classification | null;
  /** What the rules alone made of it. */
  original: Classification | null;
  cause: AbandonCause | null;
  review: Review | null;
  lead: boolean | null;
  leadBasis: LeadBasis;
  ringMs: number | null;
  talkMs: number | null;
  corrected: { by: string; at: number } | null;
  /** `null` for a call that is not abandoned. */
  followUp: { state: FollowUpState; at: number | null; by: string | null; why: string | null } | null;
  /** In order of time, then id, without duplicates. */
  events: CallEvent[];
}
