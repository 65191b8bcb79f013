/**
 * Notices confirmed jobs: an element that is inserted, shown, or whose text changes into what a rule looks for; or
 * a move of the address.
 */
import type { Booking } from '@/lib/calls/seen.ts';
import { readField } from './field.ts';
import { holds, select } from './lookup.ts';
import type { Move } from './moves.ts';
import type { BookingRule, Condition } from './profile.ts';
import type { PageAccess } from './scope.ts';
import { matches, textOf } from './text.ts';
import type { Trace } from './trace.ts';

/** A confirmation as last seen. */
interface Confirmation {
  rule: number;
  element: Element;
  /** Job and call, or without them the whole text: what makes it another confirmation. */
  says: string;
  /** The last moment it was surely there. */
  seenAt: number;
  /** The last look showed it. */
  shown: boolean;
}

/** Follows the confirmations of one document. */
export interface Bookings {
  /** Looks at the page as it was at `at` (epoch ms); gives those that are new. `start`: what shows now was there before. */
  look(at: number, quietUntil: number, start: boolean): Omit<Booking, 'agent'>[];
  /** The address moved at `at` (epoch ms); gives the booking that this confirms, if it does. */
  move(move: Move, at: number): Omit<Booking, 'agent'>[];
}

/** A confirmation that was away for less than this was only drawn anew. */
const REDRAWN_MS = 1_500;
const MOST = 20;
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
    /** Whether it was there before: as this node, or as another that went. */
    const isOld = (c: Confirmation, sameNode: boolean) => {
      for (const old of open) {
        if (old.rule !== c.rule || old.says !== c.says || (old.element === c.element) !== sameNode) continue;
        return open.delete(old);
      }
      return false;
    };
    const seen = rules.flatMap((rule, i) => confirmations(rule, i, page, at));
    // All known nodes first, so that a copy drawn beside one is one more.
    const fresh = seen.filter((c) => !isOld(c, true)).filter((c) => !isOld(c, false));
    for (const c of open) c.shown = false;
    known = [...seen, ...open];
    const isOpen = guards.map((guard) => guard(at, wasThereUntil));
    return fresh.flatMap((c) => {
      if (start) trace?.({ at, path: pathOf(c.rule), what: 'booking-at-start' });
      else if (isOpen[c.rule]) return booking(rules[c.rule], c.element, page, at);
      else trace?.({ at, path: pathOf(c.rule), what: 'booking-without-guard' });
      return [];
    });
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
      else return [booking(rule, root, page, at)];
    }
    return [];
  }

  return { look, move };
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
    .slice(0, MOST)
    .filter((e) => holds(rule.when ?? VISIBLE, e, { page }))
    .map((element) => {
      const job = readField(rule.job, element, { page });
      const call = readField(rule.call, element, { page });
      const says = job === undefined ? textOf(element) : `${job}\n${call ?? ''}`;
      return { rule: index, element, says, seenAt: at, shown: true };
    });
}

function booking(
  rule: BookingRule | undefined,
  element: Element,
  page: PageAccess,
  at: number,
): Omit<Booking, 'agent'> {
  const job = readField(rule?.job, element, { page });
  const call = readField(rule?.call, element, { page });
  return {
    kind: 'booking',
    at,
    ...(job === undefined ? {} : { job }),
    ...(call === undefined ? {} : { call }),
  };
}

function isAny(patterns: string | string[], address: string): boolean {
  const all = typeof patterns === 'string' ? [patterns] : patterns;
  return all.some((pattern) => matches(pattern, address));
}
