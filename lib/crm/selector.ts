/** The profile's selectors: steps into shadow roots, and `{id}`, `{key}` for the call's own. */
import type { Selector } from './profile.ts';
import type { Scope } from './scope.ts';

/** A selector's alternatives. */
export function alternatives(selector: Selector): readonly string[] {
  return typeof selector === 'string' ? [selector] : selector;
}

/**
 * The CSS selectors between the steps into shadow roots, `{id}` and `{key}` filled in; an empty first one is
 * the element that is searched itself. `null` where the call has no such id or key.
 */
export function stepsOf(selector: string, scope: Scope): readonly string[] | null {
  const steps = split(selector);
  if (!selector.includes('{')) return steps;
  const filled = steps.map((step) => fill(step, scope));
  return filled.some((step) => step === null) ? null : (filled as string[]);
}

/** True where it steps into a shadow root. */
export function steps(selector: Selector): boolean {
  return alternatives(selector).some((s) => s.includes('>>>'));
}

/** The selector as a browser could try it: `{id}` and `{key}` replaced by a letter, one text a step. */
export function trialSteps(selector: string): string[] {
  return split(selector).map((step) => step.replace(OWN, 'x'));
}

const OWN = /\{(id|key)\}/g;
const cache = new Map<string, string[]>();

function split(selector: string): string[] {
  let found = cache.get(selector);
  if (!found) {
    found = selector.split('>>>').map((step) => step.trim());
    cache.set(selector, found);
  }
  return found;
}

/** Escaped, a value stays one value inside quotes and outside of them, whatever the page puts into it. */
function fill(step: string, scope: Scope): string | null {
  let missing = false;
  const filled = step.replace(OWN, (_, name: 'id' | 'key') => {
    const value = scope[name];
    if (value === undefined) missing = true;
    return CSS.escape(value ?? '');
  });
  return missing ? null : filled;
}
