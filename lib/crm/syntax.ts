/** Checks of the two languages inside a profile: CSS selectors and regular expressions. */
import { told } from './problem.ts';
import { MOST_STEPS, regexSteps } from './regex-cost.ts';
import { trialSteps } from './selector.ts';

/** Why a selector cannot be used, as `told`; `null` = it can. Without a document (service worker) its syntax is not tried. */
export function selectorProblem(selector: string): string | null {
  const steps = trialSteps(selector);
  if (steps.slice(1).includes('')) return told('problemSelectorStep');
  if (steps.some((step) => /[{}]/.test(step.replace(QUOTED, '')))) {
    return told('problemSelectorBrace');
  }
  if (typeof document === 'undefined') return null;
  try {
    const empty = document.createDocumentFragment();
    for (const step of steps) if (step !== '') empty.querySelector(step);
    return null;
  } catch (error) {
    return told('problemSelector', reason(error));
  }
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** Why a regular expression cannot be used, as `told`; `null` = it can. `groups`: how many it must have, if that matters. */
export function regexProblem(pattern: string, groups?: number): string | null {
  let count: number;
  try {
    // The engine compiles on first use, and may only then find an expression too large.
    new RegExp(pattern).test('');
    count = (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1;
  } catch (error) {
    return told('problemRegex', reason(error));
  }
  if (groups !== undefined && count !== groups) {
    return told('problemGroups', count);
  }
  const steps = regexSteps(pattern);
  if (steps === null) return told('problemRegexBack');
  if (!(steps <= MOST_STEPS)) {
    return told('problemRegexLong');
  }
  return null;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
