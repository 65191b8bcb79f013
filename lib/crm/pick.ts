/** Puts what a person pointed at into a profile. Pure: the document that is given is not changed. */
import type { CallRule, Condition, Field, GestureName, Profile, Selector, StateName } from './profile.ts';

/** What can be pointed at. */
export const PICKS = [
  'call',
  'from',
  'name',
  'answer',
  'ended',
  'booking',
  'reject',
  'hang-up',
  'connected',
  'campaign',
] as const;

/** One of the things that can be pointed at. */
export type PickKind = (typeof PICKS)[number];

/** What a pick says, ready for the profile. */
export type Pick =
  | { kind: 'call'; root: Selector }
  | { kind: 'from' | 'name' | 'campaign'; field: Field }
  | { kind: 'answer' | 'reject' | 'hang-up'; click: Selector }
  | { kind: 'connected' | 'ended'; when: Condition }
  | { kind: 'booking'; appears: Selector; when?: Condition; job?: Field };

const GESTURES = { answer: 'claim', reject: 'reject', 'hang-up': 'hang-up' } as const satisfies Record<
  string,
  GestureName
>;

/** In which states a picked click counts. An answer that is clicked while the call already talks is a late claim. */
const DURING: Record<GestureName, StateName[]> = {
  claim: ['ringing', 'connected', 'held'],
  reject: ['ringing', 'connecting'],
  'hang-up': ['connecting', 'connected', 'held'],
};

/** The order in which states are asked: the first that holds counts, so what is further comes first. */
const ORDER: StateName[] = ['ended', 'missed', 'taken', 'held', 'connected', 'connecting', 'ringing'];

/**
 * The profile with the pick in it. The call's root, a field and the confirmation are replaced; signs of a state
 * and gestures are added to those there are.
 * @throws where a part of a call is added to a profile that has no call yet.
 */
export function addPick(profile: Profile, pick: Pick): Profile {
  switch (pick.kind) {
    case 'call': {
      const [first, ...others] = profile.calls;
      return { ...profile, calls: [{ ...first, root: pick.root }, ...others] };
    }
    case 'from':
    case 'name':
    case 'campaign':
      return onFirstCall(profile, (rule) => ({ ...rule, [pick.kind]: pick.field }));
    case 'answer':
    case 'reject':
    case 'hang-up':
      return onFirstCall(profile, (rule) => withGesture(rule, GESTURES[pick.kind], pick.click));
    case 'connected':
    case 'ended':
      return onFirstCall(profile, (rule) => withState(rule, pick.kind, pick.when));
    case 'booking': {
      const { kind: _, ...rule } = pick;
      return { ...profile, bookings: [rule, ...(profile.bookings ?? []).slice(1)] };
    }
    default:
      return pick satisfies never;
  }
}

/** What the profile has for this kind, as a person would recognise it; `null` = nothing yet. */
export function pickedIn({ calls, bookings }: Profile, kind: PickKind): string | null {
  const [rule] = calls;
  switch (kind) {
    case 'call':
      return rule ? written(rule.root) : null;
    case 'from':
    case 'name':
    case 'campaign':
      return rule?.[kind] === undefined ? null : written(rule[kind]);
    case 'answer':
    case 'reject':
    case 'hang-up': {
      const all = rule?.gestures?.filter(({ is }) => is === GESTURES[kind]) ?? [];
      return all.length === 0 ? null : all.map(({ click }) => written(click)).join(', ');
    }
    case 'connected':
    case 'ended': {
      const all = rule?.state?.filter(({ is }) => is === kind) ?? [];
      return all.length === 0 ? null : all.map(({ when }) => JSON.stringify(when)).join(', ');
    }
    case 'booking': {
      const first = bookings?.[0];
      if (!first) return null;
      return 'appears' in first ? written(first.appears) : written(first.url);
    }
    default:
      return kind satisfies never;
  }
}

function onFirstCall(profile: Profile, change: (rule: CallRule) => CallRule): Profile {
  const [first, ...others] = profile.calls;
  if (!first) throw new Error('A profile without a call has no place for a part of one');
  return { ...profile, calls: [change(first), ...others] };
}

function withGesture(rule: CallRule, is: GestureName, click: Selector): CallRule {
  const known = rule.gestures ?? [];
  if (known.some((g) => g.is === is && same(g.click, click))) return rule;
  return { ...rule, gestures: [...known, { is, click, during: DURING[is] }] };
}

function withState(rule: CallRule, is: StateName, when: Condition): CallRule {
  const known = rule.state ?? [];
  if (known.some((s) => s.is === is && same(s.when, when))) return rule;
  const later = known.findIndex((s) => ORDER.indexOf(s.is) > ORDER.indexOf(is));
  const at = later < 0 ? known.length : later;
  return { ...rule, state: known.toSpliced(at, 0, { is, when }) };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function written(field: Field): string {
  if (typeof field === 'string') return field;
  if (Array.isArray(field)) return field.join(', ');
  const { find, read } = field;
  return [find === undefined ? '' : written(find), read ?? ''].filter(Boolean).join(' → ');
}
