/** The profile as text to edit, with all that is wrong with it. */
import { useId } from 'preact/hooks';
import { text } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';

export interface ProfileTextProps {
  text: string;
  problems: readonly ProfileProblem[];
  root: ShadowRoot;
  onText: (text: string) => void;
}

export function ProfileText(props: ProfileTextProps) {
  const id = useId();
  const { problems } = props;
  return (
    <>
      {problems.length > 0 && (
        <div class="notice" role="alert">
          <strong>{text('liveProblems')}</strong>
          <ul class="problems">
            {problems.map(({ path, sentence }) => (
              <li key={`${path} ${sentence}`}>
                {path && <code>{path}</code>} {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      <label class="hidden" for={id}>
        {text('liveProfile')}
      </label>
      <textarea
        id={id}
        class="json"
        rows={18}
        spellcheck={false}
        value={props.text}
        onInput={(event) => props.onText(event.currentTarget.value)}
      />
    </>
  );
}
