/**
 * Says of a page at this moment what a profile reads there, by which of its rules and from which elements, and
 * what it passes over and why. For the live view: a page that is only read never asks for any of this.
 */
import { elementOf, readField } from './field.ts';
import { holds, meets, select } from './lookup.ts';
import type { BookingRule, CallRule, Condition, Field, GestureName, Profile, StateName } from './profile.ts';
import { scopeOf } from './read.ts';
import type { PageAccess, Scope } from './scope.ts';
import { FACTS, type FactName } from './sighting.ts';
import { whyNot } from './why-not.ts';

/** All that the profile means on the page now. Paths are those of the profile's document. */
export interface Explained {
  calls: ExplainedCall[];
  /** Elements that a call rule's root selects and that are no call now. */
  passed: PassedOver[];
  /** By call rule: how many elements its root selects. */
  roots: number[];
  agent: ExplainedField | null;
  bookings: ExplainedBooking[];
}

/** An element that shows a call. */
export interface ExplainedCall {
  rule: number;
  root: Element;
  /** `null` = no state rule holds: ringing for a call not seen before, else as before. */
  state: StateName | null;
  /** The rule that decided, `calls[0].state[2]`. */
  statePath: string | null;
  /** The rules before it, each with its part that does not hold. */
  stateNot: { is: StateName; path: string }[];
  direction: 'inbound' | 'outbound' | null;
  directionPath: string | null;
  fields: ExplainedField[];
  gestures: ExplainedGesture[];
}

/** A field with what was read. */
export interface ExplainedField {
  name: FactName | 'agent' | 'job' | 'call';
  path: string;
  /** Absent = nothing to read there. */
  value?: string;
  /** Where it was looked for; `null` = no such element. */
  element: Element | null;
  /** `text`, `@data-number` … */
  read: string;
}

/** What a click would mean. */
export interface ExplainedGesture {
  is: GestureName;
  path: string;
  targets: Element[];
}

/** An element that a call rule selects without taking it. */
export interface PassedOver {
  rule: number;
  root: Element;
  /** The part of the profile that does not hold; `null` = there are too many. */
  path: string | null;
}

/** An element that a booking rule selects. */
export interface ExplainedBooking {
  rule: number;
  element: Element;
  /** The part that does not hold; `null` = it is a confirmation. */
  path: string | null;
  fields: ExplainedField[];
}

/** As many calls as a reader takes of one rule. */
const MOST_ROOTS = 50;
const VISIBLE: Condition = { visible: true };
/** Elements that are told of one by one; a selector that means the whole page must not stall it. */
const MOST_PASSED = 20;

/** Explains the document as it is now. */
export function explain(profile: Profile, page: PageAccess): Explained {
  const { document } = page;
  const found: Explained = { calls: [], passed: [], roots: [], agent: null, bookings: [] };
  profile.calls.forEach((rule, index) => {
    const roots = select(rule.root, document, { page });
    found.roots.push(roots.length);
    let taken = 0;
    for (const root of roots) {
      const path = whyNot(rule.when ?? VISIBLE, root, `calls[${index}].when`, { page });
      if (path === null && taken < MOST_ROOTS) {
        taken++;
        found.calls.push(explainCall(rule, index, root, page));
      } else if (found.passed.length < MOST_PASSED) found.passed.push({ rule: index, root, path });
      else if (taken >= MOST_ROOTS) break;
    }
  });
  const { documentElement } = document;
  if (profile.agent) found.agent = explainField('agent', profile.agent, documentElement, 'agent', { page });
  profile.bookings?.forEach((rule, index) => {
    found.bookings.push(...explainBooking(rule, index, page));
  });
  return found;
}

function explainCall(rule: CallRule, index: number, root: Element, page: PageAccess): ExplainedCall {
  const scope = scopeOf(rule, root, page);
  const path = `calls[${index}]`;
  const states = rule.state ?? [];
  const at = states.findIndex(({ when }) => holds(when, root, scope));
  const directionAt = rule.direction?.findIndex(({ when }) => holds(when, root, scope)) ?? -1;
  const before = at < 0 ? states : states.slice(0, at);
  return {
    rule: index,
    root,
    state: states[at]?.is ?? null,
    statePath: at < 0 ? null : `${path}.state[${at}]`,
    stateNot: before.map(({ is, when }, n) => ({
      is,
      path: whyNot(when, root, `${path}.state[${n}].when`, scope) ?? `${path}.state[${n}].when`,
    })),
    direction: rule.direction?.[directionAt]?.is ?? null,
    directionPath: directionAt < 0 ? null : `${path}.direction[${directionAt}]`,
    fields: FACTS.flatMap((name) => {
      const field = rule[name];
      return field === undefined ? [] : [explainField(name, field, root, `${path}.${name}`, scope)];
    }),
    gestures: (rule.gestures ?? []).map(({ is, click }, n) => ({
      is,
      path: `${path}.gestures[${n}]`,
      targets: click === 'root' ? [root] : targetsIn(root, click, scope),
    })),
  };
}

function targetsIn(
  root: Element,
  click: NonNullable<CallRule['gestures']>[number]['click'],
  scope: Scope,
): Element[] {
  const inside = select(click, root, scope);
  return meets(root, click, scope) ? [root, ...inside] : inside;
}

function explainField(
  name: ExplainedField['name'],
  field: Field,
  root: Element,
  path: string,
  scope: Scope,
): ExplainedField {
  const wide = typeof field === 'string' || Array.isArray(field) ? { find: field } : field;
  const value = readField(field, root, scope);
  return {
    name,
    path,
    ...(value === undefined ? {} : { value }),
    element: elementOf(field, root, scope) ?? null,
    read: wide.read ?? 'text',
  };
}

function explainBooking(rule: BookingRule, index: number, page: PageAccess): ExplainedBooking[] {
  if (!('appears' in rule)) return [];
  return select(rule.appears, page.document, { page })
    .slice(0, MOST_PASSED)
    .map((element) => {
      const path = `bookings[${index}]`;
      return {
        rule: index,
        element,
        path: whyNot(rule.when ?? VISIBLE, element, `${path}.when`, { page }),
        fields: (['job', 'call'] as const).flatMap((name) => {
          const field = rule[name];
          return field === undefined ? [] : [explainField(name, field, element, `${path}.${name}`, { page })];
        }),
      };
    });
}
