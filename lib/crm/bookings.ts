/**
 * Notices confirmed jobs: an element that is inserted, shown, or whose text changes into what a rule looks for; or
 * a move of the address.
 */
import type { Booking } from '@/lib/calls/seen.ts';
import { readField } from './field.ts';
import { holds, select } from './lookup.ts';
import type { Move } from './moves.ts';
import type { BookingRule, Condition } from './profile.ts';
import { SETTLE_MS } from './read.ts';
import type { PageAccess } from './scope.ts';
import { matches, textOf } from './text.ts';
import type { Trace } from './trace.ts';

/** A confirmation as last seen. */
interface Confirmation {
  rule: number;
  element: Element;
  job: string | undefined;
  call: string | undefined;
  /** The whole text, where no job can be read. */
  text: string | undefined;
  /** When it came. */
  since: number;
  /** The last moment it was surely there. */
  seenAt: number;
  /** The last look showed it. */
  shown: boolean;
  /** Not told yet: its job or its call may still be filled in. */
  waits: boolean;
  /** What its guard asks for was not seen before it: with another text it may be another one. */
  blocked: boolean;
}

/** Follows the confirmations of one document. */
export interface Bookings {
  /** Looks at the page as it was at `at` (epoch ms); gives those that are new. `start`: what shows now was there before. */
  look(at: number, quietUntil: number, start: boolean): Omit<Booking, 'agent'>[];
  /** The address moved at `at` (epoch ms); gives the booking that this confirms, if it does. */
  move(move: Move, at: number): Omit<Booking, 'agent'>[];
  /** When one that waits is told with what is known of it; `null` = none waits. */
  deadline(): number | null;
}

/** A confirmation that was away for less than this was only drawn anew. */
const REDRAWN_MS = 1_500;
/** Elements that are asked at most, and confirmations that are followed. */
const MOST_ASKED = 1_000;
const MOST = 50;
const VISIBLE: Condition = { visible: true };

/** Makes what notices bookings by the profile's rules. */
export function createBookings(rules: readonly BookingRule[], page: PageAccess, trace?: Trace): Bookings {
  /** Those of the last look, and those that went so lately that they may only be drawn anew. */
  let known: Confirmation[] = [];
  const guards = rules.map((rule) => createGuard(rule.guard, page));
  const pathOf = (rule: number) => `bookings[${rule}]`;

  function look(at: number, quietUntil: number, start: boolean): Omit<Booking, 'agent'>[] {
    const wasThereUntil = Math.min(quietUntil, at);
    for (const c of known) if (c.shown) c.seenAt = Math.max(c.seenAt, wasThereUntil);
    const open = new Set(known.filter((c) => c.shown || at - c.seenAt < REDRAWN_MS));
    /** What it was before: this node, or another that went. */
    const before = (c: Confirmation, sameNode: boolean) => {
      for (const old of open) {
        if (old.rule !== c.rule || (old.element === c.element) !== sameNode || !isSame(old, c, sameNode))
          continue;
        open.delete(old);
        const { since, waits, blocked } = old;
        return Object.assign(c, { since, waits, blocked, ...filled(old, c) });
      }
      return null;
    };
    const seen = rules.flatMap((rule, i) => confirmations(rule, i, page, at));
    // All known nodes first, so that a copy drawn beside one is one more.
    const fresh = seen.filter((c) => !before(c, true)).filter((c) => !before(c, false));
    for (const c of open) c.shown = false;
    known = [...seen, ...open];
    const isOpen = guards.map((guard) => guard(at, wasThereUntil));
    for (const c of fresh) {
      c.waits = !start && Boolean(isOpen[c.rule]);
      c.blocked = !isOpen[c.rule];
      if (!c.waits)
        trace?.({ at, path: pathOf(c.rule), what: start ? 'booking-at-start' : 'booking-without-guard' });
    }
    const told = known.filter(
      (c) => c.waits && (!c.shown || isWhole(c, rules[c.rule]) || at >= c.since + SETTLE_MS),
    );
    for (const c of told) c.waits = false;
    return told.map(({ since, job, call }) => booking(since, job, call));
  }

  function move({ from, to, back }: Move, at: number): Omit<Booking, 'agent'>[] {
    const root = page.document.documentElement as Element | null;
    if (!root) return [];
    for (const [index, rule] of rules.entries()) {
      if (!('url' in rule) || !isAny(rule.url, to)) continue;
      const path = pathOf(index);
      if (back) trace?.({ at, path, what: 'move-back', to });
      else if (!isAny(rule.after, from)) trace?.({ at, path, what: 'move-from-elsewhere', from, to });
      else if (!guards[index]?.(at, at)) trace?.({ at, path, what: 'booking-without-guard' });
      else return [booking(at, readField(rule.job, root, { page }), readField(rule.call, root, { page }))];
    }
    return [];
  }

  return {
    look,
    move,
    deadline() {
      const waiting = known.filter(({ waits }) => waits).map(({ since }) => since + SETTLE_MS);
      return waiting.length > 0 ? Math.min(...waiting) : null;
    },
  };
}

/** Says at each look whether a booking of the rule counts: always without a guard. */
function createGuard(guard: BookingRule['guard'], page: PageAccess): (at: number, until: number) => boolean {
  let seenAt = Number.NEGATIVE_INFINITY;
  let holding = false;
  return (at, until) => {
    if (!guard) return true;
    if (holding) seenAt = Math.max(seenAt, until);
    const root = page.document.documentElement as Element | null;
    holding = root !== null && holds(guard.seen, root, { page });
    if (holding) seenAt = at;
    return at - seenAt <= guard.withinMs;
  };
}

function confirmations(rule: BookingRule, index: number, page: PageAccess, at: number): Confirmation[] {
  if (!('appears' in rule)) return [];
  return select(rule.appears, page.document, { page })
    .slice(0, MOST_ASKED)
    .filter((e) => holds(rule.when ?? VISIBLE, e, { page }))
    .slice(0, MOST)
    .map((element) => {
      const job = readField(rule.job, element, { page });
      const call = readField(rule.call, element, { page });
      const text = job === undefined ? textOf(element) : undefined;
      const fresh = { since: at, seenAt: at, shown: true, waits: false, blocked: false };
      return { rule: index, element, job, call, text, ...fresh };
    });
}

/**
 * Whether one confirmation goes on in another. On one node what was not to be read before is filled in, and without
 * a job its text may change as long as it shows (a toast that counts down); another node must say the same.
 */
function isSame(old: Confirmation, c: Confirmation, sameNode: boolean): boolean {
  const may = (a: string | undefined, b: string | undefined) =>
    a === b || (sameNode && (a === undefined || b === undefined));
  const says = old.text === c.text || (sameNode && old.shown && !old.blocked);
  return may(old.job, c.job) && may(old.call, c.call) && says;
}

function filled(old: Confirmation, c: Confirmation): Pick<Confirmation, 'job' | 'call'> {
  return { job: c.job ?? old.job, call: c.call ?? old.call };
}

/** All that its rule reads of it is there. */
function isWhole({ job, call }: Confirmation, rule: BookingRule | undefined): boolean {
  return (rule?.job === undefined || job !== undefined) && (rule?.call === undefined || call !== undefined);
}

function booking(at: number, job: string | undefined, call: string | undefined): Omit<Booking, 'agent'> {
  const jobs = job === undefined ? {} : { job };
  return { kind: 'booking', at, ...jobs, ...(call === undefined ? {} : { call }) };
}

function isAny(patterns: string | string[], address: string): boolean {
  const all = typeof patterns === 'string' ? [patterns] : patterns;
  return all.some((pattern) => matches(pattern, address));
}
