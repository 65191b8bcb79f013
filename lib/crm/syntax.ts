/** Checks of the two languages inside a profile: CSS selectors and regular expressions. */
import { MOST_STEPS, regexSteps } from './regex-cost.ts';
import { trialSteps } from './selector.ts';

/** Why a selector cannot be used; `null` = it can. Without a document (service worker) its syntax is not tried. */
export function selectorProblem(selector: string): string | null {
  const steps = trialSteps(selector);
  if (steps.slice(1).includes(''))
    return 'steps into a shadow root by ">>>", but says nothing of what is in it';
  if (steps.some((step) => /[{}]/.test(step.replace(QUOTED, '')))) {
    return 'has a brace that is neither {id} nor {key}, which stand for the call’s own';
  }
  if (typeof document === 'undefined') return null;
  try {
    const empty = document.createDocumentFragment();
    for (const step of steps) if (step !== '') empty.querySelector(step);
    return null;
  } catch (error) {
    return `not a CSS selector: ${reason(error)}`;
  }
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** Why a regular expression cannot be used; `null` = it can. `groups`: how many it must have, if that matters. */
export function regexProblem(pattern: string, groups?: number): string | null {
  let count: number;
  try {
    // The engine compiles on first use, and may only then find an expression too large.
    new RegExp(pattern).test('');
    count = (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1;
  } catch (error) {
    return `not a regular expression: ${reason(error)}`;
  }
  if (groups !== undefined && count !== groups) {
    return `must have exactly one group in ( ), which holds the value, but has ${count}; (?: ) groups without holding`;
  }
  const steps = regexSteps(pattern);
  if (steps === null) return 'refers back to one of its own groups, which can take too long on some texts';
  if (!(steps <= MOST_STEPS)) {
    return 'could take too long on some texts: repeats inside repeats, or several parts such as .* that can match the same text; give them a length, such as .{0,40}';
  }
  return null;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
