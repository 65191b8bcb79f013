/** Takes a regular expression (no flags, known to compile) apart, as far as its cost depends on it. */

/** A part of an expression. Sets of characters are bit sets: bit n for code n below 256, bit 256 for all above. */
export type RegexNode =
  | { type: 'char'; set: bigint }
  /** `^`, `$`, `\b`, `\B`: takes no character. `start` = `^`. */
  | { type: 'edge'; start: boolean }
  /** `(?=`, `(?!`, or, with its sequences turned round, `(?<=`, `(?<!`. */
  | { type: 'look'; body: RegexNode; behind: boolean }
  | { type: 'sequence'; items: RegexNode[] }
  | { type: 'choice'; options: RegexNode[] }
  | { type: 'repeat'; body: RegexNode; min: number; max: number };

/** The expression's parts; `null` where it refers back to a group, whose cost cannot be judged. */
export function parseRegex(source: string): RegexNode | null {
  const parser = new Parser(source);
  const node = parser.choice();
  return parser.refersBack ? null : node;
}

const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
const ATOM =
  /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[A-Za-z]|0[0-7]{0,2}|[\s\S])|[\s\S])/;
const GROUP = /^\((\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/;

class Parser {
  refersBack = false;
  /** Inside `(?m:`, where `^` is found at every line. */
  private lines = false;
  /** Inside `(?<=`, which is held against the text from its end to its start. */
  private backwards = false;
  private rest: string;

  constructor(source: string) {
    this.rest = source;
  }

  choice(): RegexNode {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 ? (options[0] as RegexNode) : { type: 'choice', options };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.rest !== '' && !'|)'.includes(this.rest.charAt(0))) items.push(this.quantified());
    return { type: 'sequence', items: this.backwards ? items.reverse() : items };
  }

  private quantified(): RegexNode {
    const body = this.atom();
    const found = QUANTIFIER.exec(this.rest)?.[0];
    if (found === undefined) return body;
    this.rest = this.rest.slice(found.length);
    return { type: 'repeat', body, ...bounds(found) };
  }

  private atom(): RegexNode {
    const group = GROUP.exec(this.rest);
    if (group) return this.group(group[0]);
    const [atom = ''] = ATOM.exec(this.rest) ?? [];
    this.rest = this.rest.slice(atom.length);
    if (atom === '^' || atom === '$') return { type: 'edge', start: atom === '^' && !this.lines };
    if (atom === '\\b' || atom === '\\B') return { type: 'edge', start: false };
    if (/^\\[1-9k]$/.test(atom)) this.refersBack = true;
    return { type: 'char', set: setOf(atom) };
  }

  private group(open: string): RegexNode {
    this.rest = this.rest.slice(open.length);
    const { lines, backwards } = this;
    const look = /^\(\?<?[=!]/.test(open);
    const behind = look && open.startsWith('(?<');
    if (look) this.backwards = behind;
    if (/^\(\?[a-z]*m/.test(open)) this.lines = true;
    const body = this.choice();
    Object.assign(this, { lines, backwards });
    this.take(')');
    return look ? { type: 'look', body, behind } : body;
  }

  private take(char: string): boolean {
    if (!this.rest.startsWith(char)) return false;
    this.rest = this.rest.slice(1);
    return true;
  }
}

function bounds(quantifier: string): { min: number; max: number } {
  switch (quantifier.charAt(0)) {
    case '*':
      return { min: 0, max: Number.POSITIVE_INFINITY };
    case '+':
      return { min: 1, max: Number.POSITIVE_INFINITY };
    case '?':
      return { min: 0, max: 1 };
    default: {
      const [, min = '0', comma, max] = /^\{(\d+)(,)?(\d+)?/.exec(quantifier) ?? [];
      if (comma === undefined) return { min: Number(min), max: Number(min) };
      return { min: Number(min), max: max === undefined ? Number.POSITIVE_INFINITY : Number(max) };
    }
  }
}

const OTHERS = ['\u0131', '\u0410', '\u2013', '\u4e00', '\ud83d'];

/** Asked of the engine itself, one character after the other, in both cases and over lines: `(?is:` may surround it. */
function setOf(atom: string): bigint {
  const regex = new RegExp(`^(?:${atom})$`, 'is');
  let set = 0n;
  for (let code = 0; code < 256; code++) if (regex.test(String.fromCharCode(code))) set |= 1n << BigInt(code);
  const above =
    OTHERS.some((c) => regex.test(c)) || atom.includes('\\u') || [...atom].some((c) => c.charCodeAt(0) > 255);
  return above ? set | (1n << 256n) : set;
}
