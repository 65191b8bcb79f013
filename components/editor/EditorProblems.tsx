/** The problems of the text, in its order: each says where it is, and leads there. */
import { text } from '@/components/text.ts';
import type { Mark } from './marks.ts';

export interface EditorProblemsProps {
  marks: readonly Mark[];
  /** Offset into the text. */
  onGoTo(offset: number): void;
}

/** A profile of which everything is wrong must not fill the page. */
const MOST = 50;

export function EditorProblems({ marks, onGoTo }: EditorProblemsProps) {
  return (
    <div class={marks.length > 0 ? 'editor-problems some' : 'editor-problems'}>
      <p role="status">{summary(marks.length)}</p>
      {marks.length > 0 && (
        <ul aria-label={text('editorProblems')}>
          {marks.slice(0, MOST).map(({ from, line, column, path, sentence, severity }) => (
            <li key={`${path} ${sentence} ${from}`}>
              <button type="button" class={severity} onClick={() => onGoTo(from)}>
                <span class="faint">{text('editorAt', line, column)}</span>
                <span>
                  {path && <code>{path}</code>} {sentence}
                </span>
              </button>
            </li>
          ))}
          {marks.length > MOST && <li class="faint">{text('editorMoreProblems', marks.length - MOST)}</li>}
        </ul>
      )}
    </div>
  );
}

function summary(count: number): string {
  if (count === 0) return text('editorNoProblem');
  return count === 1 ? text('editorOneProblem') : text('editorManyProblems', count);
}
