/** Proposes conditions that hold since a call ended (or connected) and did not hold before, by comparing with its past. */
import type { Condition } from '@/lib/crm/profile.ts';
import { matches } from '@/lib/crm/text.ts';
import type { Snapshot } from './history.ts';
import { isSteadyName } from './steady.ts';
import { wordsPattern } from './texts.ts';

/** A condition with when it began to hold, by place in the call's past. */
interface Sign {
  when: Condition;
  since: number;
}

/**
 * Conditions on the call's root, best first; none where nothing that was pointed at tells the state.
 * @param selectors for what was pointed at, inside the root; empty = the root itself.
 * @param words the text of what was pointed at.
 * @param past of this call, oldest first; the last is what shows now.
 */
export function proposeSigns(
  selectors: readonly string[],
  words: string,
  past: readonly Snapshot[],
): Condition[] {
  const pattern = wordsPattern(words);
  const shown: Condition[] = selectors.map((find) => ({ has: { find, when: { visible: true } } }));
  const spoken: Condition[] =
    pattern === null
      ? []
      : selectors.map((find) => ({ has: { find, when: { visible: true, text: pattern } } }));
  const own = rootSigns(past);
  // What the page says to its own styles holds for every end; a text may hold for this way of ending only.
  const all = [...own, ...shown, ...spoken];
  const signs = all.flatMap((when): Sign[] => {
    const since = beganToHold(when, past);
    return since === null ? [] : [{ when, since }];
  });
  // Of a call that was never seen otherwise, nothing can be compared: what was pointed at must do.
  if (signs.length === 0 && past.length < 2) return selectors.length === 0 ? own : [...spoken, ...shown];
  // What began to hold last tells most: a timer that shows since the answer is no sign of the end.
  return signs.toSorted((a, b) => b.since - a.since).map(({ when }) => when);
}

/** Since when it holds without a break; `null` = it does not hold now, held before too, or came and went. */
export function beganToHold(when: Condition, past: readonly Snapshot[]): number | null {
  const held = past.map((snapshot) => holdsIn(when, snapshot));
  const since = held.indexOf(true);
  if (since < 1) return null;
  return held.slice(since).every(Boolean) ? since : null;
}

/** The few conditions that are proposed here, asked of a copy, which has no layout. */
function holdsIn({ has, attr, matches: own }: Condition, { root, shown }: Snapshot): boolean {
  if (own !== undefined) return root.matches(String(own));
  if (attr) {
    return Object.entries(attr).every(([name, pattern]) => matches(pattern, root.getAttribute(name) ?? ''));
  }
  if (typeof has !== 'object' || Array.isArray(has)) return false;
  return Array.from(root.querySelectorAll(String(has.find))).some((element) => {
    const text = shown.get(element);
    if (text === undefined) return false;
    return has.when?.text === undefined || matches(has.when.text, text);
  });
}

/** By the root's own attributes and classes, where they are not those of before. */
function rootSigns(past: readonly Snapshot[]): Condition[] {
  const now = past.at(-1)?.root;
  const before = past.slice(0, -1).map(({ root }) => root);
  if (!now || before.length === 0) return [];
  const signs: Condition[] = [];
  for (const { name, value } of now.attributes) {
    if (name === 'class' || name === 'style' || name === 'id') continue;
    if (!isSteadyName(value) || before.every((root) => root.getAttribute(name) === value)) continue;
    signs.push({ attr: { [name]: `^${value}$` } });
  }
  for (const token of now.classList) {
    if (!isSteadyName(token) || before.every((root) => root.classList.contains(token))) continue;
    signs.push({ matches: `.${CSS.escape(token)}` });
  }
  return signs;
}
