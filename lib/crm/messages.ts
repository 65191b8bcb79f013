/**
 * What an embedded phone posts to the page, kept as a level: each call it tells of is a line that stays in its state
 * until the next message, beside what the page shows of the call.
 */
import type { Gesture } from '@/lib/calls/seen.ts';
import { matchesPattern } from './match.ts';
import type { GestureName, MessageRule, Pointer, StateName } from './profile.ts';
import { GRACE_MS, SETTLE_MS } from './read.ts';
import { otherNumber, sameShownNumber } from './same-number.ts';
import { FACTS, type FactName, type Sighting } from './sighting.ts';
import { isOver } from './state.ts';
import { tidy, VALUE_LIMIT } from './text.ts';
import type { Trace } from './trace.ts';

/** A message as the browser delivers it. */
export interface Posted {
  data: unknown;
  /** Who posted it, by the browser's word. */
  origin: string;
  /** The window it came from: with it its lines end. */
  source: { closed?: boolean } | null;
}

/** What a message asks for. */
export type MessageNews = 'line' | { gesture: Gesture['is']; facts: Sighting['facts'] } | null;

/** The lines of a document's embedded phones. */
export interface MessageLines {
  /** Takes in a message at `at` (epoch ms); says whether a line changed, or which gesture it tells of. */
  take(posted: Posted, at: number): MessageNews;
  /** What they say now. An ended line is said once. */
  sightings(): Sighting[];
}

/** Lines at most: a page that invents calls must not stall itself. */
const MOST = 50;
/** A message is looked at no deeper and no longer than this. */
const LONGEST = 100_000;

/** @param place the place of these sightings' rule, after the profile's call rules. */
export function createMessageLines(
  rules: readonly MessageRule[],
  place: number,
  trace?: Trace,
): MessageLines {
  let lines: { sighting: Sighting; source: Posted['source'] }[] = [];

  function take({ data, origin, source }: Posted, at: number): MessageNews {
    const mine = rules.filter((rule) => listed(rule.origin).some((o) => isFrom(o, origin)));
    if (mine.length === 0) return null;
    const message = contentOf(data);
    const rule = mine.find((r) =>
      Object.entries(r.path).every(([path, value]) => valueAt(message, path) === value),
    );
    if (!rule) {
      trace?.({ at, path: 'messages', what: 'message-without-rule', origin });
      return null;
    }
    const facts = factsOf(rule, message);
    const state = rule.is;
    if (isGesture(state)) return { gesture: state, facts };
    const line = lineOf(facts, source, state);
    if (!line && (isOver(state) || Object.keys(facts).length === 0)) {
      trace?.({ at, path: `messages[${rules.indexOf(rule)}]`, what: 'message-of-no-call', origin });
      return null;
    }
    const said = text(message, rule.direction)?.toLowerCase();
    if (line) {
      Object.assign(line.sighting.facts, facts);
      line.sighting.state = state;
    } else if (lines.length < MOST) {
      lines.push({ source, sighting: sightingOf(place, state, facts) });
    }
    const changed = line ?? lines.at(-1);
    if (changed && said !== undefined) {
      changed.sighting.direction = said === 'outbound' ? 'outbound' : 'inbound';
    }
    return 'line';
  }

  /** By id, else by number, else the only line that this window has. */
  function lineOf(facts: Sighting['facts'], source: Posted['source'], state: StateName) {
    const open = lines.filter((l) => l.sighting.state !== null && !isOver(l.sighting.state));
    const { id, key, from } = facts;
    const differs = (a: string | undefined, b: string | undefined) =>
      a !== undefined && b !== undefined && a !== b;
    const candidates = open.filter(
      ({ sighting: s }) => !differs(s.facts.id, id) && !differs(s.facts.key, key),
    );
    const named = candidates.find(
      ({ sighting: s }) =>
        (id !== undefined && s.facts.id === id) || (key !== undefined && s.facts.key === key),
    );
    if (named) return named;
    if (from !== undefined) {
      const called = candidates.find(({ sighting: s }) => sameShownNumber(s.facts.from ?? '', from));
      if (called) return called;
    }
    const own = candidates.filter(
      (l) => l.source === source && !otherNumber(l.sighting.facts.from ?? '', from ?? ''),
    );
    // One that rings under an id of its own is another call.
    const mayBeOther = id !== undefined && state === 'ringing';
    return from === undefined && !mayBeOther && own.length === 1 ? own[0] : undefined;
  }

  return {
    take,
    sightings() {
      // A phone whose window is gone says nothing any more: its calls are out of sight.
      lines = lines.filter((l) => l.source?.closed !== true);
      const said = lines.map((l) => ({ ...l.sighting, facts: { ...l.sighting.facts } }));
      lines = lines.filter(({ sighting: { state } }) => state === null || !isOver(state));
      return said;
    },
  };
}

function sightingOf(rule: number, state: StateName, facts: Sighting['facts']): Sighting {
  const none = { direction: null, expectsId: false, settleMs: SETTLE_MS, graceMs: GRACE_MS };
  return { rule, root: {}, state, facts, ...none };
}

function isGesture(is: StateName | GestureName): is is GestureName {
  return is === 'claim' || is === 'reject' || is === 'hang-up';
}

/** Some phones post text. */
function contentOf(data: unknown): unknown {
  if (typeof data !== 'string' || data.length > LONGEST || !/^\s*[{[]/.test(data)) return data;
  try {
    return JSON.parse(data);
  } catch {
    // Not JSON after all: a text, which no path leads into.
    return data;
  }
}

function factsOf(rule: MessageRule, message: unknown): Sighting['facts'] {
  const facts: Partial<Record<FactName, string>> = {};
  for (const name of FACTS) {
    const value = text(message, rule[name]);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

/** The first of the pointers that leads to a text or a number. */
function text(message: unknown, pointer: Pointer | undefined): string | undefined {
  for (const path of pointer === undefined ? [] : listed(pointer)) {
    const value = valueAt(message, path);
    const said = typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : '';
    if (said !== '') return said.slice(0, VALUE_LIMIT);
  }
  return undefined;
}

/** What a JSON pointer, or the name of a key at the top, leads to. */
function valueAt(message: unknown, path: string): unknown {
  const keys = path.startsWith('/') ? path.slice(1).split('/').map(unescaped) : [path];
  let at: unknown = message;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A plain origin, or a match pattern, whose path says nothing here. */
function isFrom(pattern: string, origin: string): boolean {
  const whole = /^[^:]+:\/\/[^/]+$/.test(pattern)
    ? `${pattern}/*`
    : pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
  return matchesPattern(whole, `${origin}/`);
}

function listed(one: string | string[]): string[] {
  return typeof one === 'string' ? [one] : one;
}
