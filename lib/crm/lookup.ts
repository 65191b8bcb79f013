/** Finds elements by the profile's selectors and asks conditions of them. */
import { isVisible } from './layout.ts';
import type { Condition, Selector } from './profile.ts';
import type { Scope } from './scope.ts';
import { alternatives, steps, stepsOf } from './selector.ts';
import { matches, textOf } from './text.ts';

/** All elements inside `within` that the selector means; of alternatives, the first that matches anything visible, else the first that matches. */
export function select(selector: Selector, within: Document | Element, scope: Scope): Element[] {
  if (typeof selector === 'string') return query(selector, within, scope);
  let fallback: Element[] = [];
  for (const alternative of selector) {
    const found = query(alternative, within, scope);
    if (found.some(isVisible)) return found;
    if (fallback.length === 0) fallback = found;
  }
  return fallback;
}

/**
 * Whether the element itself meets one of the selector's alternatives.
 * @param root the element that a selector which begins with `>>>` starts from; any by default.
 */
export function meets(element: Element, selector: Selector, scope: Scope, root?: Element): boolean {
  return alternatives(selector).some((alternative) => {
    const path = stepsOf(alternative, scope);
    return path !== null && guarded(alternative, false, () => meetsSteps(element, path, root));
  });
}

/** Whether all parts of the condition hold for the element (a call's root; the root element for the page itself). */
export function holds(condition: Condition, element: Element, scope: Scope): boolean {
  const { visible, matches: own, has, within, text, attr, style, firstSeen, any, not } = condition;
  // Cheap questions first: text and visibility make the browser lay the page out.
  if (firstSeen !== undefined && scope.firstSeen !== firstSeen) return false;
  if (own !== undefined && !meets(element, own, scope)) return false;
  if (attr && !every(attr, (name) => element.getAttribute(name))) return false;
  if (within !== undefined && !closest(parentOf(element), within, scope)) return false;
  if (has !== undefined && !contains(element, has, scope)) return false;
  if (visible !== undefined && isVisible(element) !== visible) return false;
  if (style && !every(style, (name) => getComputedStyle(element).getPropertyValue(name))) return false;
  if (text !== undefined && !matches(text, textOf(element))) return false;
  if (any && !any.some((c) => holds(c, element, scope))) return false;
  return !(not && holds(not, element, scope));
}

/** The element or its nearest ancestor that meets the selector, across shadow roots. */
export function closest(element: Element | null, selector: Selector, scope: Scope): Element | null {
  if (!steps(selector)) return closestPlain(element, selector, scope);
  for (let at = element; at; at = parentOf(at)) if (meets(at, selector, scope)) return at;
  return null;
}

/** By the browser's own search, from shadow root to shadow root. */
function closestPlain(element: Element | null, selector: Selector, scope: Scope): Element | null {
  for (let at = element; at; at = hostOf(at)) {
    const inside: Element = at;
    for (const alternative of alternatives(selector)) {
      const [step] = stepsOf(alternative, scope) ?? [];
      const found = step === undefined ? null : guarded(alternative, null, () => inside.closest(step));
      if (found) return found;
    }
  }
  return null;
}

/** What is absent matches no expression, not even an empty one. */
function every(patterns: Record<string, string>, read: (name: string) => string | null): boolean {
  for (const name in patterns) {
    const value = read(name);
    if (value === null || !matches(patterns[name] ?? '', value)) return false;
  }
  return true;
}

function contains(element: Element, has: NonNullable<Condition['has']>, scope: Scope): boolean {
  if (typeof has === 'string' || Array.isArray(has)) return select(has, element, scope).length > 0;
  const found = select(has.find, has.in === 'document' ? scope.page.document : element, scope);
  const { when } = has;
  return when === undefined ? found.length > 0 : found.some((e) => holds(when, e, scope));
}

function query(selector: string, within: Document | Element, scope: Scope): Element[] {
  const path = stepsOf(selector, scope);
  if (path === null) return [];
  return guarded(selector, [], () =>
    path.length === 1
      ? Array.from(within.querySelectorAll(path[0] ?? ''))
      : throughShadows(path, within, scope),
  );
}

/** Of the first step the searched element itself counts too: a call may be drawn inside the shadow of its root. */
function throughShadows(path: readonly string[], within: Document | Element, scope: Scope): Element[] {
  const [first = '', ...rest] = path;
  const itself = within.nodeType === Node.ELEMENT_NODE ? [within as Element] : [];
  let found = itself.filter((e) => first === '' || e.matches(first));
  if (first !== '') found = [...found, ...within.querySelectorAll(first)];
  for (const step of rest) {
    found = found.flatMap((host) => Array.from(scope.page.shadowRoot(host)?.querySelectorAll(step) ?? []));
  }
  return found;
}

function meetsSteps(element: Element, path: readonly string[], root: Element | undefined): boolean {
  let at: Element | null = element;
  for (let i = path.length - 1; i >= 0; i--) {
    const step = path[i] ?? '';
    if (!at || (step === '' ? root !== undefined && at !== root : !at.matches(step))) return false;
    if (i > 0) at = hostOf(at);
  }
  return true;
}

function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

/** The element in whose shadow this one stands. */
function hostOf(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
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
