/** Proposes selectors for an element that a person pointed at: ids and test ids before roles and names before classes. */
import { cssSelectorGenerator } from 'css-selector-generator';
import type { CssSelectorGeneratorOptionsInput } from 'css-selector-generator/types/types.js';
import { isSteadyAttribute, isSteadyClass, isSteadyName, ROLES, TEST_IDS } from './steady.ts';

type Options = CssSelectorGeneratorOptionsInput;

/** Most alternatives that a person is asked to choose from. */
const MOST = 5;

/** Keeps the library's search short: a page with a thousand classes must not stall. */
const BOUNDS: Options = {
  maxResults: 1,
  maxCombinations: 12,
  maxCandidates: 40,
  ignoreGeneratedClassNames: true,
};

/**
 * Selectors that mean exactly these elements inside `within`, best first.
 * @param elements one element, or several of a kind (the boxes of two calls).
 * @param fickle texts of the call that shows now, in lower case, which no selector may name.
 */
export function proposeSelectors(
  elements: readonly Element[],
  within: ParentNode,
  fickle: readonly string[] = [],
): string[] {
  const only = (names: readonly string[] | null) => (selector: string) => !isSteady(selector, names, fickle);
  const ways: Options[] = [
    { selectors: ['attribute'], blacklist: [only(TEST_IDS)] },
    { selectors: ['id'], blacklist: [only(null)] },
    { selectors: ['attribute', 'tag'], blacklist: [only(ROLES)], combineBetweenSelectors: true },
    { selectors: ['class', 'tag'], blacklist: [only(null)], combineBetweenSelectors: true },
    { selectors: ['id', 'attribute', 'class', 'tag'], blacklist: [only(null)] },
    { selectors: ['id', 'attribute', 'class', 'tag', 'nthoftype'], blacklist: [only(null)] },
  ];
  const proposed = new Set<string>();
  let bare: string | null = null;
  for (const way of ways) {
    if (proposed.size >= MOST) break;
    const found = firstOf(elements, within, { ...BOUNDS, ...way });
    // A tag alone means one element on this page only by chance, unless the CRM made the tag.
    if (found !== null && /^[a-z0-9]+$/i.test(found)) bare ??= found;
    else if (found !== null) proposed.add(found);
  }
  return proposed.size === 0 && bare !== null ? [bare] : [...proposed];
}

function firstOf(elements: readonly Element[], within: ParentNode, options: Options): string | null {
  const [selector] = cssSelectorGenerator([...elements], { ...options, root: within });
  // The library's last resort is a path of numbers from the top, and a list for elements that share nothing.
  if (!selector || selector.includes('nth-child') || selector.includes('*')) return null;
  if (elements.length > 1 && selector.includes(',')) return null;
  const written = withoutEscapes(selector);
  const found = new Set(within.querySelectorAll(written));
  return found.size === elements.length && elements.every((e) => found.has(e)) ? written : null;
}

/** The library asks of every part by itself: `#id`, `.class`, `[name]`, `[name='value']`, a tag. */
function isSteady(part: string, names: readonly string[] | null, fickle: readonly string[]): boolean {
  if (part.startsWith('.')) return isSteadyClass(plain(part.slice(1)));
  if (part.startsWith('#')) return isSteadyName(plain(part.slice(1)));
  if (!part.startsWith('[')) return true;
  const [, name, value] = /^\[(.+?)='(.*)'\]$/s.exec(part) ?? [];
  // An attribute that is only there says too little.
  if (name === undefined || value === undefined) return false;
  if (names && !names.includes(name)) return false;
  return isSteadyAttribute(plain(name), plain(value), fickle);
}

/** Inside quotes nothing of what is let through needs to be escaped, and people read it. */
function withoutEscapes(selector: string): string {
  return selector.replace(/='([^']*)'/g, (_, value: string) => `='${plain(value)}'`);
}

function plain(escaped: string): string {
  return escaped.replace(/\\(.)/g, '$1');
}
