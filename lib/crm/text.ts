/** Text of the page, and the regular expressions that run on it: both bounded, so that none can freeze a page. */
import { isRendered } from './layout.ts';

/** Characters of an element's text that are looked at. */
export const TEXT_LIMIT = 2_000;

/** Characters of a field's value that are kept. */
export const VALUE_LIMIT = 200;

/**
 * The visible text where the element is rendered, else its text content; white space is made single, ends are
 * trimmed, cut at `TEXT_LIMIT`.
 */
export function textOf(element: Element): string {
  // SVG has no innerText. For an element that is not rendered, innerText is the text content by definition.
  // biome-ignore lint/performance/useDomNodeTextContent: only innerText leaves out what the page hides.
  const shown = isRendered(element) ? (element as Partial<HTMLElement>).innerText : undefined;
  return tidy(shown ?? element.textContent ?? '');
}

/** Single spaces, no space at the ends, cut at `TEXT_LIMIT`. */
export function tidy(text: string): string {
  return text
    .slice(0, 4 * TEXT_LIMIT)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_LIMIT);
}

/** Whether the regular expression (unanchored, no flags) is found in the text. */
export function matches(pattern: string, text: string): boolean {
  return compiled(pattern)?.test(text.slice(0, TEXT_LIMIT)) ?? false;
}

/** What the expression's one group holds; `undefined` where it is not found or the group is empty. */
export function groupOf(pattern: string, text: string): string | undefined {
  return compiled(pattern)?.exec(text.slice(0, TEXT_LIMIT))?.[1]?.trim() || undefined;
}

const cache = new Map<string, RegExp | null>();

/** Profiles are checked when they are loaded; one that slipped through is told once and never matches. */
function compiled(pattern: string): RegExp | null {
  let regex = cache.get(pattern);
  if (regex !== undefined) return regex;
  try {
    regex = new RegExp(pattern);
  } catch (error) {
    console.error('Callmark: the CRM profile has an expression that cannot be used', pattern, error);
    regex = null;
  }
  cache.set(pattern, regex);
  return regex;
}
