/** Finds elements by the profile's selectors and asks conditions of them. */
import { isVisible } from './layout.ts';
import type { Condition, Selector } from './profile.ts';
import { matches, textOf } from './text.ts';

/** All elements inside `scope` that the selector means; of alternatives, the first that matches anything visible, else the first that matches. */
export function select(selector: Selector, scope: Document | Element): Element[] {
  if (typeof selector === 'string') return query(selector, scope);
  let fallback: Element[] = [];
  for (const alternative of selector) {
    const found = query(alternative, scope);
    if (found.some(isVisible)) return found;
    if (fallback.length === 0) fallback = found;
  }
  return fallback;
}

/** Whether the element itself meets one of the selector's alternatives. */
export function meets(element: Element, selector: Selector): boolean {
  return alternatives(selector).some((s) => guarded(s, false, () => element.matches(s)));
}

/** Whether all parts of the condition hold for the element (a call's root; the root element for the page itself). */
export function holds(condition: Condition, element: Element): boolean {
  const { visible, matches: own, has, within, text, attr, style, any, not } = condition;
  // Cheap questions first: text and visibility make the browser lay the page out.
  if (own !== undefined && !meets(element, own)) return false;
  if (attr && !every(attr, (name) => element.getAttribute(name))) return false;
  if (within !== undefined && !isWithin(element, within)) return false;
  if (has !== undefined && !contains(element, has)) return false;
  if (visible !== undefined && isVisible(element) !== visible) return false;
  if (style && !every(style, (name) => getComputedStyle(element).getPropertyValue(name))) return false;
  if (text !== undefined && !matches(text, textOf(element))) return false;
  if (any && !any.some((c) => holds(c, element))) return false;
  return !(not && holds(not, element));
}

function alternatives(selector: Selector): string[] {
  return typeof selector === 'string' ? [selector] : selector;
}

/** What is absent matches no expression, not even an empty one. */
function every(patterns: Record<string, string>, read: (name: string) => string | null): boolean {
  return Object.entries(patterns).every(([name, pattern]) => {
    const value = read(name);
    return value !== null && matches(pattern, value);
  });
}

function isWithin(element: Element, selector: Selector): boolean {
  const parent = element.parentElement;
  return (
    parent !== null && alternatives(selector).some((s) => guarded(s, false, () => parent.closest(s) !== null))
  );
}

function contains(element: Element, has: NonNullable<Condition['has']>): boolean {
  const wide = typeof has === 'object' && !Array.isArray(has) ? has : { find: has };
  const { find, when, in: where } = wide;
  const found = select(find, where === 'document' ? element.ownerDocument : element);
  return when === undefined ? found.length > 0 : found.some((e) => holds(when, e));
}

function query(selector: string, scope: Document | Element): Element[] {
  return guarded(selector, [], () => Array.from(scope.querySelectorAll(selector)));
}

const broken = new Set<string>();

/** Selectors are checked when a profile is loaded; one that slipped through is told once and matches nothing. */
function guarded<T>(selector: string, otherwise: T, look: () => T): T {
  if (broken.has(selector)) return otherwise;
  try {
    return look();
  } catch (error) {
    broken.add(selector);
    console.error('Callmark: the CRM profile has a selector that cannot be used', selector, error);
    return otherwise;
  }
}
