/** Reads a page once by its profile: which elements show calls now, in what state, with which fields. */
import { readField } from './field.ts';
import { holds, select } from './lookup.ts';
import type { CallRule, Condition, Profile } from './profile.ts';
import type { PageAccess, Scope } from './scope.ts';
import { steps } from './selector.ts';
import { type Alive, type Direction, FACTS, type Fitness, type Look, type Sighting } from './sighting.ts';

/** Defaults of a call rule, ms. */
export const SETTLE_MS = 400;
/** Defaults of a call rule, ms. */
export const GRACE_MS = 1_500;
/** Calls that one rule may show at once; nobody can have more open. */
export const MOST_CALLS = 50;
/** Elements that one rule may match at all: asking each of them must not stall the page. */
export const MOST_ROOTS = 1_000;
const VISIBLE: Condition = { visible: true };

/**
 * All calls that the page shows now. `agent` is who is signed in: a call with another name on it is taken. A rule
 * that matches far too much is not read at all: half of it would be calls that nobody has.
 */
export function readPage(profile: Profile, page: PageAccess, agent: string | undefined): Look & Fitness {
  const look: Look & Fitness = { calls: [], dormant: [], tooWide: [], unknown: 0 };
  profile.calls.forEach((rule, index) => {
    const roots = rootsOf(rule, page);
    if (!roots) {
      look.tooWide.push(index);
      return;
    }
    look.dormant.push(...roots.dormant);
    for (const root of roots.shown) {
      const sighting = readCall(profile, index, root, agent, page);
      // Without a rule for ringing, none that holds means ringing.
      if (sighting.state === null && rule.state?.some(({ is }) => is === 'ringing')) look.unknown++;
      look.calls.push(sighting);
    }
  });
  const alive = profile.calls.flatMap((rule, index) => readAlive(rule, index, page) ?? []);
  if (alive.length > 0) look.alive = alive;
  return look;
}

/** The elements that are a rule's root, with and without a call in them; `null` = far too many. */
export function rootsOf(rule: CallRule, page: PageAccess): { shown: Element[]; dormant: Element[] } | null {
  const all = select(rule.root, page.document, { page });
  if (all.length > MOST_ROOTS) return null;
  const shown: Element[] = [];
  const dormant: Element[] = [];
  for (const root of all) {
    if (!holds(rule.when ?? VISIBLE, root, { page })) {
      if (dormant.length < MOST_CALLS) dormant.push(root);
    } else if (shown.push(root) > MOST_CALLS) return null;
  }
  return { shown, dormant };
}

/** The elements that show calls now. */
export function callRoots(profile: Profile, page: PageAccess): Element[] {
  return profile.calls.flatMap((rule) => rootsOf(rule, page)?.shown ?? []);
}

/** The signed-in CSR's name, where the page shows it. */
export function readAgent(profile: Profile, page: PageAccess): string | undefined {
  const root = page.document.documentElement as Element | null;
  return root ? readField(profile.agent, root, { page }) : undefined;
}

/** What `{id}` and `{key}` stand for in the other selectors of a call's rule. */
export function scopeOf(rule: CallRule, root: Element, page: PageAccess): Scope {
  const key = readField(rule.key, root, { page });
  const id = readField(rule.id, root, { page, key });
  return { page, id, key };
}

function readCall(
  profile: Profile,
  index: number,
  root: Element,
  agent: string | undefined,
  page: PageAccess,
): Sighting {
  const rule = profile.calls[index] as CallRule;
  const scope = scopeOf(rule, root, page);
  const facts: Sighting['facts'] = {};
  for (const name of FACTS) {
    const own = name === 'id' || name === 'key';
    const value = own ? scope[name] : readField(rule[name], root, scope);
    if (value !== undefined) facts[name] = value;
  }
  const state = rule.state?.find(({ when }) => holds(when, root, scope))?.is ?? null;
  const over = state === 'ended' || state === 'missed';
  const others = agent !== undefined && facts.claimedBy !== undefined && !samePerson(facts.claimedBy, agent);
  // So that clicks are heard where they land, in a closed shadow root too.
  for (const { click } of rule.gestures ?? []) if (steps(click)) select(click, root, scope);
  const sighting: Sighting = {
    rule: index,
    root,
    state: others && !over ? 'taken' : state,
    direction: readDirection(rule, root, scope),
    facts,
    // What an embedded phone posts may come a moment after the page has drawn it.
    expectsId: rule.id !== undefined || (profile.messages?.some((m) => m.id !== undefined) ?? false),
    settleMs: rule.settleMs ?? SETTLE_MS,
    graceMs: rule.graceMs ?? GRACE_MS,
  };
  if (rule.direction?.some(asksHow)) {
    sighting.directionBy = (firstSeen) => readDirection(rule, root, { ...scope, firstSeen });
  }
  return sighting;
}

function readDirection(rule: CallRule, root: Element, scope: Scope): Direction | null {
  const known = scope.firstSeen !== undefined;
  return rule.direction?.find((d) => (known || !asksHow(d)) && holds(d.when, root, scope))?.is ?? null;
}

type DirectionRule = NonNullable<CallRule['direction']>[number];
const asking = new WeakMap<DirectionRule, boolean>();

/** Whether it can only be told once it is known how the call began. */
function asksHow(direction: DirectionRule): boolean {
  let asks = asking.get(direction);
  if (asks === undefined) {
    asks = JSON.stringify(direction.when).includes('"firstSeen":');
    asking.set(direction, asks);
  }
  return asks;
}

function readAlive({ alive }: CallRule, rule: number, page: PageAccess): Alive | null {
  const root = page.document.documentElement as Element | null;
  if (!alive || !root) return null;
  const { count: field, ...condition } = alive;
  const shown = holds(condition, root, { page });
  const said = Number.parseInt(readField(field, root, { page }) ?? '', 10);
  const count = field === undefined ? null : Number.isNaN(said) ? 0 : said;
  return { rule, holds: shown && count !== 0, count };
}

function samePerson(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
