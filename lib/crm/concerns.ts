/** Tells changes that may concern a call from the many that do not, without looking at the page's layout. */
import type { Profile } from './profile.ts';
import { alternatives } from './selector.ts';

/** Changes that are looked at: a page that changes more than this at once is read in its turn. */
const MOST = 50;

/**
 * Makes the question for one document: whether any of the changes touches an element of `roots` (that show calls
 * or could), or brings something that a rule of the profile looks for.
 */
export function createConcerns(
  profile: Profile,
  roots: () => readonly object[],
): (changes: readonly MutationRecord[]) => boolean {
  const selector = lookedFor(profile);
  const isLookedFor = (node: Node) =>
    node.nodeType === Node.ELEMENT_NODE &&
    ((node as Element).matches(selector) || (node as Element).querySelector(selector) !== null);
  return (changes) => {
    const known = roots().filter((root) => 'contains' in root) as Element[];
    return changes.slice(0, MOST).some(({ type, target, addedNodes, removedNodes }) => {
      if (known.some((root) => root.contains(target))) return true;
      if (type === 'characterData') return false;
      if (type === 'attributes') {
        return known.some((root) => target.contains(root)) || (target as Element).matches(selector);
      }
      return (
        some(removedNodes, (node) => known.some((root) => node.contains(root))) ||
        some(addedNodes, isLookedFor)
      );
    });
  };
}

/** Matches no element: an empty selector would be an error at every change. */
const NOTHING = ':not(*)';

/** All that the rules look for in the document itself, as one selector. */
function lookedFor({ calls, bookings = [] }: Profile): string {
  const all = [
    ...calls.map((rule) => rule.root),
    ...bookings.flatMap((b) => ('appears' in b ? b.appears : [])),
  ];
  const plain = all
    .flatMap(alternatives)
    .map((selector) => selector.split('>>>')[0]?.trim() ?? '')
    .filter((selector) => selector !== '' && !selector.includes('{') && canBeUsed(selector));
  // Each closed by itself: one that CSS closes at its end would swallow those that come after it.
  return plain.length > 0 ? plain.map((selector) => `:is(${selector})`).join(', ') : NOTHING;
}

/** Where profiles are checked without a document, one that no browser knows may slip through. */
function canBeUsed(selector: string): boolean {
  try {
    const empty = document.createDocumentFragment();
    empty.querySelector(selector);
    empty.querySelector(`:is(${selector})`);
    return true;
  } catch {
    // Told by `lookup.ts`, once, when it is asked.
    return false;
  }
}

function some(nodes: NodeList, is: (node: Node) => boolean): boolean {
  for (let i = 0; i < nodes.length && i < MOST; i++) if (is(nodes[i] as Node)) return true;
  return false;
}
