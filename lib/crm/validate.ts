/** Checks a profile whole, before anything reads a page by it, and says what is wrong in words to act on. */
import * as v from 'valibot';
import { parsePattern } from './match.ts';
import { type ProfileProblem, problemOf } from './problem.ts';
import type { BookingRule, CallRule, Condition, Field, Profile, Selector } from './profile.ts';
import { regexProblem, selectorProblem } from './syntax.ts';

export type { ProfileProblem } from './problem.ts';

/**
 * The profile, or all that is wrong with the document. Unknown keys are errors: a typo must not be ignored
 * silently. Selectors are tried against an empty document where there is one; a service worker has none and
 * checks only that they are not empty, so let a page check what a person brings.
 */
export function validateProfile(document: unknown): { profile: Profile } | { problems: ProfileProblem[] } {
  const result = v.safeParse(profileSchema, document);
  if (result.success) return { profile: result.output };
  return { problems: result.issues.map(problemOf) };
}

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.check((s) => s.trim() !== '', 'must not be empty'),
    v.maxLength(most, `must not be longer than ${most} characters`),
  );

const ms = (most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number of milliseconds'),
    v.minValue(0, 'must not be negative'),
    v.maxValue(most, `must not be more than ${most} milliseconds`),
  );

/** A list that has something in it, and nothing twice. */
const list = <T>(item: v.GenericSchema<T>) =>
  v.pipe(
    v.array(item),
    v.minLength(1, 'must not be an empty list'),
    v.maxLength(50, 'must not have more than 50 entries'),
    v.check((all) => new Set(all.map((e) => JSON.stringify(e))).size === all.length, 'has an entry twice'),
  );

const checked = (most: number, problem: (s: string) => string | null) =>
  v.pipe(
    words(most),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed && !dataset.issues ? problem(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );

const oneSelector = checked(500, selectorProblem);
const selector: v.GenericSchema<Selector> = v.lazy((input) =>
  Array.isArray(input) ? list(oneSelector) : oneSelector,
);
const regex = checked(300, (s) => regexProblem(s));
const patterns = v.pipe(
  v.record(words(100), regex),
  v.check((r) => Object.keys(r).length > 0, 'must name at least one'),
);

const condition: v.GenericSchema<Condition> = v.lazy(() =>
  v.strictObject({
    visible: v.exactOptional(v.boolean()),
    matches: v.exactOptional(selector),
    has: v.exactOptional(
      v.lazy((input) =>
        isObject(input)
          ? v.strictObject({
              find: selector,
              when: v.exactOptional(condition),
              in: v.exactOptional(v.picklist(['root', 'document'])),
            })
          : selector,
      ) as v.GenericSchema<NonNullable<Condition['has']>>,
    ),
    within: v.exactOptional(selector),
    text: v.exactOptional(regex),
    attr: v.exactOptional(patterns),
    style: v.exactOptional(patterns),
    any: v.exactOptional(list(condition)),
    not: v.exactOptional(condition),
  }),
);

const READ = /^(text|value|href|style\.[a-zA-Z-]+|@[^\s"'<>/=]+)$/;
const field = v.lazy((input) =>
  isObject(input)
    ? v.strictObject({
        find: v.exactOptional(selector),
        in: v.exactOptional(v.picklist(['root', 'document'])),
        read: v.exactOptional(
          v.pipe(
            v.string(),
            v.regex(READ, 'must be "text", "value", "href", "style.<property>" or "@<attribute>"'),
          ),
        ),
        pattern: v.exactOptional(checked(300, (s) => regexProblem(s, 1))),
      })
    : selector,
) as v.GenericSchema<Field>;

const day = v.pipe(v.string(), v.isoDate('must be a day, such as "2026-11-22"'));

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
    list(v.strictObject({ is: v.picklist(['inbound', 'outbound']), when: condition })),
  ),
  state: v.exactOptional(list(v.strictObject({ is: stateName(), when: condition }))),
  gestures: v.exactOptional(
    list(
      v.strictObject({
        is: v.picklist(['claim', 'reject', 'hang-up']),
        click: selector,
        during: v.exactOptional(list(stateName())),
      }),
    ),
  ),
  settleMs: v.exactOptional(ms(10_000)),
  graceMs: v.exactOptional(ms(60_000)),
  dated: v.exactOptional(day),
});

const bookingRule: v.GenericSchema<BookingRule> = v.strictObject({
  appears: selector,
  when: v.exactOptional(condition),
  job: v.exactOptional(field),
  call: v.exactOptional(field),
  guard: v.exactOptional(v.strictObject({ seen: condition, withinMs: ms(600_000) })),
  dated: v.exactOptional(day),
});

const profileSchema: v.GenericSchema<unknown, Profile> = v.strictObject({
  schema: v.literal(1, 'must be 1: this version of Callmark reads no other'),
  id: v.pipe(
    words(60),
    v.regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'must be lower-case letters, digits and single hyphens, such as "acme-crm"',
    ),
  ),
  name: words(80),
  about: v.exactOptional(words(500)),
  matches: list(
    checked(300, (s) =>
      parsePattern(s)
        ? null
        : 'is no match pattern for http or https addresses, such as "https://crm.acme.example/*"',
    ),
  ),
  frames: v.exactOptional(v.picklist(['top', 'all'])),
  tried: v.exactOptional(
    v.strictObject({
      on: day,
      against: words(120),
    }),
  ),
  fits: v.exactOptional(condition),
  agent: v.exactOptional(field),
  answered: v.exactOptional(v.picklist(['claim', 'connection', 'both'])),
  calls: list(callRule),
  bookings: v.exactOptional(list(bookingRule)),
});

function stateName() {
  return v.picklist(['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended']);
}

function isObject(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
