/** The call reasons and rules of a policy, in the units of the options page. */
import type { CallReason } from '@/lib/calls/call.ts';
import type { Settings } from '@/lib/messaging.ts';
import type { Policy } from '@/lib/store/policy.ts';
import { isObject, type Refuse } from './policy-words.ts';
import { say } from './say.ts';
import { isTimeZone } from './shapes.ts';

/** As the reasons' shape in `shapes.ts` has it. */
const MOST_REASONS = 200;
const MOST_NAME = 60;
const MOST_ID = 64;

/** `null` = not set, or nothing of it can be used. */
export function readReasons(value: unknown, refuse: Refuse): Policy['reasons'] {
  if (value === undefined) return null;
  if (!Array.isArray(value)) {
    refuse('reasons', say('policyNoList'));
    return null;
  }
  const reasons: CallReason[] = [];
  for (const [i, one] of value.entries()) {
    const read = readReason(one, reasons);
    if ('why' in read) refuse(say('policyReason', i + 1), read.why);
    else reasons.push({ ...read.reason, sort: reasons.length });
  }
  if (value.length === 0) refuse('reasons', say('policyEmptyList'));
  return reasons.length > 0 ? reasons : null;
}

function readReason(value: unknown, before: readonly CallReason[]): { reason: CallReason } | { why: string } {
  if (!isObject(value)) return { why: say('policyNoObject') };
  const { name, isLead, active = true } = value;
  const short = typeof name === 'string' ? name.trim() : '';
  if (short === '' || short.length > MOST_NAME) return { why: `name: ${say('policyText', MOST_NAME)}` };
  // By its name, so that it is the same on every machine and after every change of the list.
  const { id = short.toLowerCase() } = value;
  if (typeof id !== 'string' || id === '' || id.length > MOST_ID)
    return { why: `id: ${say('policyText', MOST_ID)}` };
  if (typeof isLead !== 'boolean') return { why: `isLead: ${say('policyNoBoolean')}` };
  if (typeof active !== 'boolean') return { why: `active: ${say('policyNoBoolean')}` };
  if (before.length === MOST_REASONS) return { why: say('policyTooMany', MOST_REASONS) };
  if (before.some((r) => r.id === id)) return { why: `id: ${say('policyReasonTwice', id)}` };
  if (before.some((r) => r.name.toLowerCase() === short.toLowerCase()))
    return { why: `name: ${say('policyReasonTwice', short)}` };
  return { reason: { id, name: short, isLead, active } };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Key of the policy → the setting, its unit in ms, least and most, both in it. As on the options page. */
const NUMBERS: Record<string, [setting: keyof Settings, unit: number, least: number, most: number]> = {
  thresholdSeconds: ['thresholdMs', SECOND, 1, 600],
  wrapUpSeconds: ['wrapUpMs', SECOND, 0, 3600],
  shortAbandonSeconds: ['shortAbandonMs', SECOND, 0, 120],
  callbackTargetMinutes: ['callbackTargetMs', MINUTE, 1, 1440],
  coldHours: ['coldMs', HOUR, 1, 720],
};

/** Each rule that is set and can be used, as the setting that it makes. */
export function readRules(value: unknown, refuse: Refuse): Policy['rules'] {
  if (value === undefined) return {};
  if (!isObject(value)) {
    refuse('rules', say('policyNoObject'));
    return {};
  }
  const rules: Policy['rules'] = {};
  for (const [key, set] of Object.entries(value)) {
    const read = readRule(key, set);
    if (typeof read === 'string') refuse(`rules.${key}`, read);
    else Object.assign(rules, read);
  }
  const { callbackTargetMs, coldMs } = rules;
  if (callbackTargetMs === undefined || coldMs === undefined || callbackTargetMs <= coldMs) return rules;
  refuse('rules.callbackTargetMinutes', say('policyTargetAfterCold'));
  delete rules.callbackTargetMs;
  return rules;
}

/** The setting, or why it is none. */
function readRule(key: string, value: unknown): Policy['rules'] | string {
  const number = Object.hasOwn(NUMBERS, key) ? NUMBERS[key] : undefined;
  if (number) {
    const [setting, unit, least, most] = number;
    const fits = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
    return fits ? { [setting]: (value as number) * unit } : say('policyNumber', least, most);
  }
  switch (key) {
    case 'bookedUnderThreshold':
      return value === 'excused' || value === 'booked'
        ? { bookedUnderThreshold: value }
        : say('policyOneOf', '"excused", "booked"');
    case 'timeZone':
      return typeof value === 'string' && isTimeZone(value)
        ? { timeZone: value }
        : say('policyNoTimeZone', String(value));
    default:
      return say('policyNoSuchRule');
  }
}
