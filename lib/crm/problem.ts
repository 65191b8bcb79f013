/** What is wrong with a profile, told to a person. */

/** What is wrong: where (`calls[0].state[2].when.text`; empty for the document as a whole), and a sentence. */
export interface ProfileProblem {
  path: string;
  sentence: string;
}

const UNKNOWN_KEY = 'is not a key that is known here: a typing error?';

/** Whether the last key of the path itself is wrong, and not the value behind it. */
export function isAboutKey({ sentence }: ProfileProblem): boolean {
  return sentence === UNKNOWN_KEY;
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
export function problemOf(issue: Issue): ProfileProblem {
  return { path: pathOf(issue), sentence: sentenceOf(issue) };
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
function sentenceOf(issue: Issue): string {
  const { type } = issue;
  if (issue.kind === 'validation' || type === 'literal') return issue.message;
  if (type === 'strict_object' && issue.expected === 'never') return UNKNOWN_KEY;
  if (type === 'strict_object' && issue.expected?.startsWith('"')) return 'is missing';
  if (type === 'picklist')
    return `must be one of ${issue.expected?.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}, not ${issue.received}`;
  return `must be ${KINDS[type] ?? 'something else'}, not ${issue.received}`;
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'an object with braces { }',
  record: 'an object with braces { }',
};
