/** All that is marked in the text: where it is no JSON, else what the validator says of it, each at its place. */
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { ProfileLanguage } from './language.ts';
import { locate, type TextRange } from './locate.ts';

/** A problem at its place. */
export interface Mark extends TextRange {
  /** Empty for a problem of the JSON, or of the document as a whole. */
  path: string;
  sentence: string;
  severity: 'error' | 'warning';
  /** Both from 1. */
  line: number;
  column: number;
}

/** The marks of a text in its order. @param problems what the validator says of it. */
export async function marksOf(
  text: string,
  problems: readonly ProfileProblem[],
  language: ProfileLanguage,
): Promise<Mark[]> {
  const syntax = await language.syntaxProblems(text);
  const [broken] = syntax.filter((p) => p.severity === 'error').toSorted(inOrder);
  // After the first error the rest is guesswork, of ours and of any validator.
  if (broken) return [{ ...broken, path: '', ...positionOf(text, broken.from) }];
  const root = language.parse(text);
  const found = [
    ...syntax.map((problem) => ({ ...problem, path: '' })),
    ...problems.map(({ path, sentence, aboutKey }) => ({
      ...locate(root, path, aboutKey === true),
      path,
      sentence,
      severity: 'error' as const,
    })),
  ];
  return found.toSorted(inOrder).map((mark) => ({ ...mark, ...positionOf(text, mark.from) }));
}

function inOrder(a: TextRange, b: TextRange): number {
  return a.from - b.from || a.to - b.to;
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
