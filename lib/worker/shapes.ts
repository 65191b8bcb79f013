/** The shapes of what people change: checked here before the worker keeps anything of it. */
import * as v from 'valibot';
import { type CallReason, CLASSIFICATIONS } from '@/lib/calls/call.ts';
import { parsePattern } from '@/lib/crm/match.ts';
import { isAnyHost } from '@/lib/crm/origins.ts';
import type { FollowUpRequest, Settings } from '@/lib/messaging.ts';
import { check } from './edge.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const call = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const reasonId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const words = v.pipe(v.string(), v.trim(), v.maxLength(300));
/** A whole number of ms between two bounds, both in it. */
const ms = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

const followUp = v.pipe(
  v.strictObject({
    call,
    // "Reached us again" is not here: only the next answered call of the number says so.
    as: v.picklist(['open', 'called-back', 'attempted', 'dismissed']),
    why: v.optional(words),
  }),
  v.forward(
    v.check(({ as, why }) => as !== 'dismissed' || Boolean(why)),
    ['why'],
  ),
);

const correction = v.strictObject({
  call,
  to: v.picklist(CLASSIFICATIONS),
  job: v.optional(words),
  why: v.optional(words),
});

const reason = v.strictObject({
  id: reasonId,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  isLead: v.boolean(),
  active: v.boolean(),
  sort: v.optional(v.number()),
});

const reasons = v.pipe(
  v.array(reason),
  v.maxLength(200),
  v.check((list) => unique(list.map(({ id }) => id))),
  v.check((list) => unique(list.map(({ name }) => name.toLowerCase()))),
);

const site = v.pipe(v.string(), v.maxLength(300), v.check(isOneOrigin));
const profileId = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

// The bounds are those of the fields on the options page.
const settings = v.pipe(
  v.strictObject({
    thresholdMs: ms(SECOND, 600 * SECOND),
    wrapUpMs: ms(0, HOUR),
    bookedUnderThreshold: v.picklist(['excused', 'booked']),
    shortAbandonMs: ms(0, 120 * SECOND),
    callbackTargetMs: ms(MINUTE, 24 * HOUR),
    coldMs: ms(HOUR, 720 * HOUR),
    timeZone: v.nullable(v.pipe(v.string(), v.check(isTimeZone))),
  }),
  v.forward(
    v.check(({ callbackTargetMs, coldMs }) => callbackTargetMs <= coldMs),
    ['callbackTargetMs'],
  ),
);

/** The pattern of one origin. @throws Refused */
export function checkSite(data: unknown): string {
  return check(site, data, 'site');
}

/** An origin of a profile. @throws Refused */
export function checkSiteOfProfile(data: unknown): { site: string; profile: string } {
  return check(v.strictObject({ site, profile: profileId }), data, 'site');
}

/** A follow-up by a person; a dismissal says why. @throws Refused */
export function checkFollowUp(data: unknown): FollowUpRequest {
  return check(followUp, data, 'follow-up') as FollowUpRequest;
}

/** A correction of one call. @throws Refused */
export function checkCorrection(data: unknown): v.InferOutput<typeof correction> {
  return check(correction, data, 'correction');
}

/** The call that something is asked for. @throws Refused */
export function checkCall(data: unknown): { call: string } {
  return check(v.strictObject({ call }), data, 'request');
}

/** The reason a CSR gives, or `null`. @throws Refused */
export function checkReasonGiven(data: unknown): { id: string; call: string; reason: string | null } {
  const id = v.pipe(v.string(), v.uuid());
  return check(v.strictObject({ id, call, reason: v.nullable(reasonId) }), data, 'reason');
}

/** The list of call reasons: ids and names, however they are written, each once. @throws Refused */
export function checkReasons(data: unknown): CallReason[] {
  return check(reasons, data, 'list of reasons') as CallReason[];
}

/** The settings of the office. @throws Refused */
export function checkSettings(data: unknown): Settings {
  return check(settings, data, 'setting');
}

function unique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** A pattern of whole origins that is not for any host. */
function isOneOrigin(pattern: string): boolean {
  return parsePattern(pattern)?.path === '/*' && !isAnyHost(pattern);
}

/** A name such as `America/Chicago`; a bare offset such as `+01:00` knows no summer time and is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
