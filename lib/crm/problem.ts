/** What is wrong with a profile, told to a person in the words of whoever asks. */

/** What is wrong: where (`calls[0].state[2].when.text`; empty for the document as a whole), and a sentence. */
export interface ProfileProblem {
  path: string;
  sentence: string;
  /** It is about the key at the end of the path and not about its value: the key should not be there. */
  aboutKey?: true;
}

/** Each kind of problem: a key of the locale files. */
export type ProblemKey = `problem${
  | 'Deep'
  | 'Large'
  | 'Empty'
  | 'TooLong'
  | 'NotWhole'
  | 'Negative'
  | 'TooMuch'
  | 'EmptyList'
  | 'TooMany'
  | 'Twice'
  | 'NameOne'
  | 'Day'
  | 'Read'
  | 'Origin'
  | 'Pointer'
  | 'Schema'
  | 'Id'
  | 'Pattern'
  | 'SelectorStep'
  | 'SelectorBrace'
  | 'Selector'
  | 'Regex'
  | 'Groups'
  | 'RegexBack'
  | 'RegexLong'
  | 'UnknownKey'
  | 'Missing'
  | 'OneOf'
  | 'Kind'
  | 'KindText'
  | 'KindNumber'
  | 'KindBoolean'
  | 'KindList'
  | 'KindObject'
  | 'KindOther'}`;

/** Gives the text of a key, with `$1`, `$2` … filled in. */
export type Say = (key: ProblemKey, ...values: (string | number)[]) => string;

/** A kind of problem with its values, as a message that passes through the checking library unread. */
export function told(key: ProblemKey, ...values: (string | number)[]): string {
  return JSON.stringify([key, ...values]);
}

/** As the checking library says it. */
interface Issue {
  kind: string;
  type: string;
  expected: string | null;
  received: string;
  message: string;
  path?: readonly { key: unknown }[] | undefined;
}

/** The problem in words. */
export function problemOf(issue: Issue, say: Say): ProfileProblem {
  const problem = { path: pathOf(issue), sentence: sentenceOf(issue, say) };
  return isUnknownKey(issue) ? { ...problem, aboutKey: true } : problem;
}

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never';
}

function pathOf(issue: Issue): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return path;
}

/** The library's own words are made for programmers. */
function sentenceOf(issue: Issue, say: Say): string {
  const { type, expected, received } = issue;
  if (issue.kind === 'validation' || type === 'literal') {
    return say(...(JSON.parse(issue.message) as [ProblemKey, ...(string | number)[]]));
  }
  if (isUnknownKey(issue)) return say('problemUnknownKey');
  if (type === 'strict_object' && expected?.startsWith('"')) return say('problemMissing');
  if (type === 'picklist') {
    return say('problemOneOf', expected?.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ') ?? '', received);
  }
  return say('problemKind', say(KINDS[type] ?? 'problemKindOther'), received);
}

const KINDS: Record<string, ProblemKey> = {
  string: 'problemKindText',
  number: 'problemKindNumber',
  boolean: 'problemKindBoolean',
  array: 'problemKindList',
  strict_object: 'problemKindObject',
  record: 'problemKindObject',
};
