/** A backtracking matcher as browsers have one, which counts: what `regex-cost.ts` estimates can be held against it. */
import { parseRegex, type RegexNode } from '@/lib/crm/regex-parse.ts';

/** Thrown by nobody else: enough was counted. */
class Enough extends Error {}

/**
 * How many times a character or an edge of the expression is held against the text until it is found, or not at
 * any place. Stops at `most`. Looking behind is not known here.
 * @param negative reads `(?=` as `(?!`: the parts do not tell them apart.
 */
export function countSteps(source: string, text: string, most: number, negative = false): number {
  const node = parseRegex(source);
  if (!node) throw new Error('it refers back to a group');
  let steps = 0;

  function step(): void {
    steps += 1;
    if (steps >= most) throw new Enough();
  }

  function match(part: RegexNode, at: number, then: (at: number) => boolean): boolean {
    switch (part.type) {
      case 'char': {
        step();
        if (at >= text.length) return false;
        return (part.set & (1n << BigInt(Math.min(256, text.charCodeAt(at))))) !== 0n && then(at + 1);
      }
      case 'edge':
        step();
        // `$` and `\b` are one to the parts: as if they were never met before the end.
        return (part.start ? at === 0 : at === text.length) && then(at);
      case 'look':
        return match(part.body, at, () => true) !== negative && then(at);
      case 'sequence':
        return inOrder(part.items, 0, at, then);
      case 'choice':
        return part.options.some((option) => match(option, at, then));
      case 'repeat':
        return rounds(part, 0, at, then);
      default:
        return part satisfies never;
    }
  }

  function inOrder(items: RegexNode[], i: number, at: number, then: (at: number) => boolean): boolean {
    const item = items[i];
    return item ? match(item, at, (next) => inOrder(items, i + 1, next, then)) : then(at);
  }

  function rounds(
    part: RegexNode & { type: 'repeat' },
    done: number,
    at: number,
    then: (at: number) => boolean,
  ): boolean {
    const { body, min, max } = part;
    const again = (next: number) => (next === at && done >= min ? false : rounds(part, done + 1, next, then));
    if (done < max && match(body, at, again)) return true;
    return done >= min && then(at);
  }

  try {
    for (let start = 0; start <= text.length; start++) if (match(node, start, () => true)) break;
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return steps;
}
