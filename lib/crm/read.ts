/** Reads a page once by its profile: which elements show calls now, in what state, with which fields. */
import { readField } from './field.ts';
import { holds, select } from './lookup.ts';
import type { CallRule, Condition, Profile } from './profile.ts';
import { FACTS, type Look, type Sighting } from './sighting.ts';

/** Defaults of a call rule, ms. */
export const SETTLE_MS = 400;
/** Defaults of a call rule, ms. */
export const GRACE_MS = 1_500;
/** Calls that one rule may show at once: a selector that means the whole page must not stall it. */
const MOST = 50;
const VISIBLE: Condition = { visible: true };

/** All calls that the document shows now. `agent` is who is signed in: a call with another name on it is taken. */
export function readPage(profile: Profile, document: Document, agent: string | undefined): Look {
  const look: Look = { calls: [], dormant: [] };
  profile.calls.forEach((rule, index) => {
    let shown = 0;
    for (const root of select(rule.root, document)) {
      if (shown < MOST && holds(rule.when ?? VISIBLE, root)) {
        shown++;
        look.calls.push(readCall(rule, index, root, agent));
      } else if (look.dormant.length < MOST) look.dormant.push(root);
    }
  });
  return look;
}

/** The elements that show calls now. */
export function callRoots(profile: Profile, document: Document): Element[] {
  return profile.calls.flatMap((rule) =>
    select(rule.root, document)
      .filter((root) => holds(rule.when ?? VISIBLE, root))
      .slice(0, MOST),
  );
}

/** The signed-in CSR's name, where the page shows it. */
export function readAgent(profile: Profile, document: Document): string | undefined {
  const root = document.documentElement as Element | null;
  return root ? readField(profile.agent, root) : undefined;
}

function readCall(rule: CallRule, index: number, root: Element, agent: string | undefined): Sighting {
  const facts: Sighting['facts'] = {};
  for (const name of FACTS) {
    const value = readField(rule[name], root);
    if (value !== undefined) facts[name] = value;
  }
  const state = rule.state?.find(({ when }) => holds(when, root))?.is ?? null;
  const over = state === 'ended' || state === 'missed';
  const others = agent !== undefined && facts.claimedBy !== undefined && !samePerson(facts.claimedBy, agent);
  return {
    rule: index,
    root,
    state: others && !over ? 'taken' : state,
    direction: rule.direction?.find(({ when }) => holds(when, root))?.is ?? null,
    facts,
    expectsId: rule.id !== undefined,
    settleMs: rule.settleMs ?? SETTLE_MS,
    graceMs: rule.graceMs ?? GRACE_MS,
  };
}

function samePerson(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
