/**
 * How many steps a regular expression may need on text of the bounded length. Profiles come from outside:
 * an expression that could freeze a page is refused. The estimate is structural and errs on the safe side.
 */
import { parseRegex, type RegexNode } from './regex-parse.ts';
import { TEXT_LIMIT as TEXT } from './text.ts';

/** Steps that are allowed: some tens of milliseconds. */
export const MOST_STEPS = 50_000_000;

/**
 * The most steps the expression (no flags) can need on a text of `length` characters, `Infinity` where they grow
 * without bound, `null` where it uses what cannot be judged (a reference back to a group). A step is one character
 * of the expression held against one of the text.
 */
export function regexSteps(source: string, length = TEXT): number | null {
  const node = parseRegex(source);
  if (!node) return null;
  const starts = isAnchored(node) ? 1 : length + 1;
  // It fails at every start but one, where it may do all that it can before it succeeds.
  const once = costOf(node, 0n, false, length).steps;
  return length + 1 + starts * costOf(node, 0n, true, length).steps + once;
}

/** What it takes to try a node from one place in all the ways in which it can match there. */
interface Cost {
  steps: number;
  /** How often what comes after is tried, but for tries that fail at its first character. */
  ways: number;
}

/**
 * @param follow what may come after the node.
 * @param last nothing comes after, and only a failure counts: what can no longer fail costs nothing.
 */
function costOf(node: RegexNode, follow: bigint, last: boolean, length: number): Cost {
  switch (node.type) {
    case 'char':
    case 'edge':
      return { steps: 1, ways: 1 };
    case 'look':
      // What it found is not searched again for another way.
      return { steps: 1 + costOf(node.body, 0n, false, length).steps, ways: 1 };
    case 'sequence': {
      const all: Cost = { steps: 1, ways: 1 };
      node.items.forEach((item, i) => {
        const rest = node.items.slice(i + 1);
        const { steps, ways } = costOf(item, firstOf(rest, follow), last && rest.length === 0, length);
        all.steps += all.ways * steps;
        all.ways *= ways;
      });
      return all;
    }
    case 'choice': {
      const each = node.options.map((o) => costOf(o, follow, last, length));
      const ways = each.map((c) => c.ways);
      return {
        steps: sum(each.map((c) => c.steps)),
        ways: areApart(node.options, follow) ? Math.max(...ways) : sum(ways),
      };
    }
    case 'repeat':
      return costOfRepeat(node, follow, last, length);
    default:
      return node satisfies never;
  }
}

function costOfRepeat(
  { body, min, max }: RegexNode & { type: 'repeat' },
  follow: bigint,
  last: boolean,
  length: number,
): Cost {
  const first = firstOf([body], 0n);
  const inner = costOf(body, first | follow, false, length);
  const rounds = Math.min(last ? min : max, length + 1);
  if (rounds === 0) return { steps: 1, ways: 1 };
  const empty = canBeEmpty(body);
  // What comes after cannot be mistaken for one more round: there is one way to stop.
  const stops = !last && ((first & follow) !== 0n || empty) ? rounds - Math.min(min, rounds) + 1 : 1;
  if (inner.ways === 1 && !empty) {
    const each = rounds * inner.steps;
    // However long a round is, all of them together take no more than the whole text.
    const together = looks(body) ? each : (length + 1) * sizeOf(body);
    return { steps: 1 + Math.min(each, together), ways: stops };
  }
  if (rounds > length) return { steps: Number.POSITIVE_INFINITY, ways: Number.POSITIVE_INFINITY };
  const ways = inner.ways ** rounds;
  return { steps: 1 + rounds * ways * inner.steps, ways: stops * ways };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** How many characters, edges and rounds one pass through it asks for at most. */
function sizeOf(node: RegexNode): number {
  switch (node.type) {
    case 'char':
    case 'edge':
      return 1;
    case 'look':
      return 1 + sizeOf(node.body);
    case 'sequence':
      return sum(node.items.map(sizeOf));
    case 'choice':
      return sum(node.options.map(sizeOf));
    case 'repeat':
      return 1 + sizeOf(node.body);
    default:
      return node satisfies never;
  }
}

/** Whether it looks ahead or behind: that takes steps, but no character. */
function looks(node: RegexNode): boolean {
  switch (node.type) {
    case 'char':
    case 'edge':
      return false;
    case 'look':
      return true;
    case 'sequence':
      return node.items.some(looks);
    case 'choice':
      return node.options.some(looks);
    case 'repeat':
      return looks(node.body);
    default:
      return node satisfies never;
  }
}

/** Every character. */
const ANY = (1n << 257n) - 1n;

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
      return 0n;
    case 'look':
      // What looks behind may take its steps whatever comes next.
      return node.behind ? ANY : firstOf([node.body], 0n);
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
