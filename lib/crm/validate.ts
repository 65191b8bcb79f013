/** Checks a profile whole, before anything reads a page by it, and says what is wrong in words to act on. */
import * as v from 'valibot';
import { parsePattern } from './match.ts';
import { type ProfileProblem, problemOf, type Say, told } from './problem.ts';
import type {
  BookingRule,
  CallRule,
  Condition,
  Field,
  MessageRule,
  Pointer,
  Profile,
  Selector,
} from './profile.ts';
import { regexProblem, selectorProblem } from './syntax.ts';

export type { ProfileProblem } from './problem.ts';

/** Characters of a profile's JSON. The largest built-in one has a twentieth of it. */
export const MOST_CHARACTERS = 256_000;
const MOST_DEPTH = 40;
const MOST_PROBLEMS = 50;

/**
 * The profile, or all that is wrong with the document (the first 50 of it). Unknown keys are errors: a typo must not
 * be ignored silently. Selectors are tried against an empty document where there is one; a service worker has none
 * and checks only their outward form, so let a page check what a person brings.
 * @param say gives the sentences in the person's language.
 */
export function validateProfile(
  document: unknown,
  say: Say,
): { profile: Profile } | { problems: ProfileProblem[] } {
  const bounds = boundsProblem(document, say);
  if (bounds !== null) return { problems: [{ path: '', sentence: bounds }] };
  const result = v.safeParse(profileSchema, document);
  if (result.success) return { profile: result.output };
  return { problems: result.issues.slice(0, MOST_PROBLEMS).map((issue) => problemOf(issue, say)) };
}

/** What is nested without end could not even be walked through to check it. */
function boundsProblem(document: unknown, say: Say): string | null {
  let level: unknown[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return say('problemDeep', MOST_DEPTH);
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  const size = (JSON.stringify(document) ?? '').length;
  if (size <= MOST_CHARACTERS) return null;
  return say('problemLarge', Math.ceil(size / 1000), MOST_CHARACTERS / 1000);
}

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.check((s) => s.trim() !== '', told('problemEmpty')),
    v.maxLength(most, told('problemTooLong', most)),
  );

const ms = (most: number) =>
  v.pipe(
    v.number(),
    v.integer(told('problemNotWhole')),
    v.minValue(0, told('problemNegative')),
    v.maxValue(most, told('problemTooMuch', most)),
  );

/** A list that has something in it, and nothing twice. */
const list = <T>(item: v.GenericSchema<T>) =>
  v.pipe(
    v.array(item),
    v.minLength(1, told('problemEmptyList')),
    v.maxLength(50, told('problemTooMany', 50)),
    v.check((all) => new Set(all.map((e) => JSON.stringify(e))).size === all.length, told('problemTwice')),
  );

const checked = (most: number, problem: (s: string) => string | null) =>
  v.pipe(
    words(most),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed && !dataset.issues ? problem(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );

/**
 * One of several shapes, chosen by what stands there, so that a mistake is told in the terms of the shape that was
 * meant. Asked for nothing in particular (by who describes the language), it is any of them.
 */
function either<T>(options: readonly v.GenericSchema<unknown, T>[], pick: (input: unknown) => number) {
  return v.lazy((input) =>
    input === undefined ? v.union([...options]) : (options[pick(input)] as v.GenericSchema<unknown, T>),
  ) as v.GenericSchema<T>;
}

const isList = (input: unknown) => (Array.isArray(input) ? 1 : 0);
const isDetailed = (input: unknown) =>
  typeof input === 'object' && input !== null && !Array.isArray(input) ? 1 : 0;

const oneSelector = checked(500, selectorProblem);
const selector = either<Selector>([oneSelector, list(oneSelector)], isList);
const regex = checked(300, (s) => regexProblem(s));
const regexes = either<string | string[]>([regex, list(regex)], isList);
const patterns = v.pipe(
  v.record(words(100), regex),
  v.check((r) => Object.keys(r).length > 0, told('problemNameOne')),
);
const stateName = v.picklist(['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended']);
const gestureName = v.picklist(['claim', 'reject', 'hang-up']);
const dated = v.exactOptional(v.pipe(v.string(), v.isoDate(told('problemDay'))));

const has = either<NonNullable<Condition['has']>>(
  [
    selector,
    v.lazy(() =>
      v.strictObject({
        find: selector,
        when: v.exactOptional(condition),
        in: v.exactOptional(v.picklist(['root', 'document'])),
      }),
    ) as v.GenericSchema<NonNullable<Condition['has']>>,
  ],
  isDetailed,
);

/** The parts of a condition; `self` is the condition in which others may stand. */
const conditionParts = (self: v.GenericSchema<Condition>) => ({
  visible: v.exactOptional(v.boolean()),
  matches: v.exactOptional(selector),
  has: v.exactOptional(has),
  within: v.exactOptional(selector),
  text: v.exactOptional(regex),
  attr: v.exactOptional(patterns),
  style: v.exactOptional(patterns),
  any: v.exactOptional(list(self)),
  not: v.exactOptional(self),
});

const condition: v.GenericSchema<Condition> = v.lazy(() => v.strictObject(conditionParts(condition)));

/** A call's direction may be told by how it began. */
const beginning: v.GenericSchema<Condition> = v.lazy(() =>
  v.strictObject({ ...conditionParts(beginning), firstSeen: v.exactOptional(stateName) }),
);

const READ = /^(text|value|href|url|style\.[a-zA-Z-]+|@[^\s"'<>/=]+)$/;
const field = either<Field>(
  [
    selector as v.GenericSchema<Field>,
    v.strictObject({
      find: v.exactOptional(selector),
      in: v.exactOptional(
        either<'root' | 'document' | 'top' | { closest: Selector }>(
          [v.picklist(['root', 'document', 'top']), v.strictObject({ closest: selector })],
          isDetailed,
        ),
      ),
      read: v.exactOptional(v.pipe(v.string(), v.regex(READ, told('problemRead')))),
      pattern: v.exactOptional(checked(300, (s) => regexProblem(s, 1))),
    }),
  ],
  isDetailed,
);

const callRule: v.GenericSchema<CallRule> = v.strictObject({
  root: selector,
  when: v.exactOptional(condition),
  id: v.exactOptional(field),
  key: v.exactOptional(field),
  from: v.exactOptional(field),
  name: v.exactOptional(field),
  to: v.exactOptional(field),
  campaign: v.exactOptional(field),
  claimedBy: v.exactOptional(field),
  direction: v.exactOptional(
    list(v.strictObject({ is: v.picklist(['inbound', 'outbound']), when: beginning })),
  ),
  state: v.exactOptional(list(v.strictObject({ is: stateName, when: condition }))),
  gestures: v.exactOptional(
    list(v.strictObject({ is: gestureName, click: selector, during: v.exactOptional(list(stateName)) })),
  ),
  alive: v.exactOptional(v.strictObject({ ...conditionParts(condition), count: v.exactOptional(field) })),
  settleMs: v.exactOptional(ms(10_000)),
  graceMs: v.exactOptional(ms(60_000)),
  dated,
});

const ofAnyBooking = {
  job: v.exactOptional(field),
  call: v.exactOptional(field),
  guard: v.exactOptional(v.strictObject({ seen: condition, withinMs: ms(600_000) })),
  dated,
};
const bookingRule = either<BookingRule>(
  [
    v.strictObject({ appears: selector, when: v.exactOptional(condition), ...ofAnyBooking }),
    v.strictObject({ url: regexes, after: regexes, ...ofAnyBooking }),
  ],
  (input) => (isDetailed(input) && ('url' in (input as object) || 'after' in (input as object)) ? 1 : 0),
);

const originPattern = checked(300, (s) =>
  parsePattern(/^[^:]+:\/\/[^/]+$/.test(s) ? `${s}/*` : s) ? null : told('problemOrigin'),
);
const onePointer = v.pipe(words(200), v.regex(/^(\/|[^/~]+$)/, told('problemPointer')));
const pointer = either<Pointer>([onePointer, list(onePointer)], isList);
const messageRule: v.GenericSchema<MessageRule> = v.strictObject({
  origin: either<string | string[]>([originPattern, list(originPattern)], isList),
  path: v.pipe(
    v.record(onePointer, v.union([v.string(), v.number(), v.boolean(), v.null()])),
    v.check((r) => Object.keys(r).length > 0, told('problemNameOne')),
  ),
  is: v.picklist([...stateName.options, ...gestureName.options]),
  id: v.exactOptional(pointer),
  key: v.exactOptional(pointer),
  from: v.exactOptional(pointer),
  name: v.exactOptional(pointer),
  to: v.exactOptional(pointer),
  campaign: v.exactOptional(pointer),
  claimedBy: v.exactOptional(pointer),
  direction: v.exactOptional(pointer),
  dated,
});

/** The whole document. */
export const profileSchema: v.GenericSchema<unknown, Profile> = v.strictObject({
  $schema: v.exactOptional(words(300)),
  schema: v.literal(1, told('problemSchema')),
  id: v.pipe(words(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, told('problemId'))),
  name: words(80),
  about: v.exactOptional(words(400)),
  matches: list(checked(300, (s) => (parsePattern(s) ? null : told('problemPattern')))),
  frames: v.exactOptional(v.picklist(['top', 'all'])),
  tried: v.exactOptional(
    v.strictObject({
      on: v.pipe(v.string(), v.isoDate(told('problemDay'))),
      against: words(120),
    }),
  ),
  fits: v.exactOptional(condition),
  agent: v.exactOptional(field),
  answered: v.exactOptional(v.picklist(['claim', 'connection', 'both'])),
  calls: list(callRule),
  bookings: v.exactOptional(list(bookingRule)),
  messages: v.exactOptional(list(messageRule)),
});

/** The parts that have a name of their own, for who describes the language. */
export const NAMED = { selector, condition, beginning, field, pointer };
