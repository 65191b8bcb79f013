/** Notices confirmed jobs: an element that is inserted, shown, or whose text changes into what a rule looks for. */
import type { Booking } from '@/lib/calls/seen.ts';
import { readField } from './field.ts';
import { holds, select } from './lookup.ts';
import type { BookingRule, Condition } from './profile.ts';
import { textOf } from './text.ts';

/** A confirmation as last seen. */
interface Confirmation {
  rule: BookingRule;
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
}

/** A confirmation that was away for less than this was only drawn anew. */
const REDRAWN_MS = 1_500;
const MOST = 20;
const VISIBLE: Condition = { visible: true };

/** Makes what notices bookings by the profile's rules. */
export function createBookings(rules: readonly BookingRule[], document: Document): Bookings {
  /** Those of the last look, and those that went so lately that they may only be drawn anew. */
  let known: Confirmation[] = [];
  const guards = rules.map((rule) => createGuard(rule.guard, document));

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
    const seen = rules.flatMap((rule) => confirmations(rule, document, at));
    // All known nodes first, so that a copy drawn beside one is one more.
    const fresh = seen.filter((c) => !isOld(c, true)).filter((c) => !isOld(c, false));
    for (const c of open) c.shown = false;
    known = [...seen, ...open];
    const isOpen = new Map(rules.map((rule, i) => [rule, guards[i]?.(at, wasThereUntil)]));
    return start ? [] : fresh.filter((c) => isOpen.get(c.rule)).map((c) => booking(c.rule, c.element, at));
  }

  return { look };
}

/** Says at each look whether a booking of the rule counts: always without a guard. */
function createGuard(
  guard: BookingRule['guard'],
  document: Document,
): (at: number, until: number) => boolean {
  let seenAt = Number.NEGATIVE_INFINITY;
  let holding = false;
  return (at, until) => {
    if (!guard) return true;
    if (holding) seenAt = Math.max(seenAt, until);
    const root = document.documentElement as Element | null;
    holding = root !== null && holds(guard.seen, root);
    if (holding) seenAt = at;
    return at - seenAt <= guard.withinMs;
  };
}

function confirmations(rule: BookingRule, document: Document, at: number): Confirmation[] {
  if (!('appears' in rule)) return [];
  return select(rule.appears, document)
    .filter((e) => holds(rule.when ?? VISIBLE, e))
    .slice(0, MOST)
    .map((element) => {
      const job = readField(rule.job, element);
      const says = job === undefined ? textOf(element) : `${job}\n${readField(rule.call, element) ?? ''}`;
      return { rule, element, says, seenAt: at, shown: true };
    });
}

function booking(rule: BookingRule, element: Element, at: number): Omit<Booking, 'agent'> {
  const job = readField(rule.job, element);
  const call = readField(rule.call, element);
  return {
    kind: 'booking',
    at,
    ...(job === undefined ? {} : { job }),
    ...(call === undefined ? {} : { call }),
  };
}
