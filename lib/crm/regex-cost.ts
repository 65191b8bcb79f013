/**
 * How many steps a regular expression may need on text of the bounded length. Profiles come from outside:
 * an expression that could freeze a page is refused. The estimate is structural and errs on the safe side.
 */
import { parseRegex, type RegexNode } from './regex-parse.ts';
import { TEXT_LIMIT as TEXT } from './text.ts';

/** Steps that are allowed: some tens of milliseconds. */
export const MOST_STEPS = 50_000_000;

/**
 * The most steps the expression (no flags) can need, `Infinity` where they grow without bound, `null` where it
 * uses what cannot be judged (a reference back to a group).
 */
export function regexSteps(source: string): number | null {
  const node = parseRegex(source);
  if (!node) return null;
  const starts = isAnchored(node) ? 1 : TEXT;
  return starts * ways(node, 0n);
}

/** In how many ways a node can match from one place, where `follow` is what may come after it. */
function ways(node: RegexNode, follow: bigint): number {
  switch (node.type) {
    case 'char':
    case 'edge':
      return 1;
    case 'look':
      return ways(node.body, 0n);
    case 'sequence': {
      let product = 1;
      node.items.forEach((item, i) => {
        product *= ways(item, firstOf(node.items.slice(i + 1), follow));
      });
      return product;
    }
    case 'choice': {
      const each = node.options.map((o) => ways(o, follow));
      return areApart(node.options, follow) ? Math.max(...each) : each.reduce((a, b) => a + b, 0);
    }
    case 'repeat':
      return repeatWays(node, follow);
    default:
      return node satisfies never;
  }
}

function repeatWays({ body, min, max }: RegexNode & { type: 'repeat' }, follow: bigint): number {
  const first = firstOf([body], 0n);
  const inner = ways(body, first | follow);
  const count = Math.min(max, TEXT) - min + 1;
  // What comes after cannot be mistaken for one more round: there is one way to stop.
  const stops = (first & follow) === 0n && !canBeEmpty(body) ? 1 : Math.max(1, count);
  if (inner === 1 && !canBeEmpty(body)) return stops;
  return max > TEXT ? Number.POSITIVE_INFINITY : stops * inner ** max;
}

/** The characters that may come first, of a sequence followed by `follow`. */
function firstOf(items: readonly RegexNode[], follow: bigint): bigint {
  let set = 0n;
  for (const item of items) {
    set |= ownFirst(item);
    if (!canBeEmpty(item)) return set;
  }
  return set | follow;
}

function ownFirst(node: RegexNode): bigint {
  switch (node.type) {
    case 'char':
      return node.set;
    case 'edge':
    case 'look':
      return 0n;
    case 'sequence':
      return firstOf(node.items, 0n);
    case 'choice':
      return node.options.reduce((set, o) => set | ownFirst(o), 0n);
    case 'repeat':
      return ownFirst(node.body);
    default:
      return node satisfies never;
  }
}

function canBeEmpty(node: RegexNode): boolean {
  switch (node.type) {
    case 'char':
      return false;
    case 'edge':
    case 'look':
      return true;
    case 'sequence':
      return node.items.every(canBeEmpty);
    case 'choice':
      return node.options.some(canBeEmpty);
    case 'repeat':
      return node.min === 0 || canBeEmpty(node.body);
    default:
      return node satisfies never;
  }
}

/** No two options can begin with the same character, so at most one of them can match. */
function areApart(options: readonly RegexNode[], follow: bigint): boolean {
  let seen = 0n;
  for (const option of options) {
    const first = firstOf([option], follow);
    if ((seen & first) !== 0n || canBeEmpty(option)) return false;
    seen |= first;
  }
  return true;
}

function isAnchored(node: RegexNode): boolean {
  if (node.type === 'choice') return node.options.every(isAnchored);
  if (node.type === 'sequence') return node.items[0] !== undefined && isAnchored(node.items[0]);
  return node.type === 'edge' && node.start;
}
