/** Brings a CRM's profile in, from a file or pasted; lists all that is wrong with it. */
import { useId, useRef, useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { type ProfileProblem, readProfile } from './read-profile.ts';

export interface ImportProfileProps {
  /** Ids of the profiles there are: importing one of them replaces it. */
  known: string[];
  /** Rejects with a sentence. */
  onImport(profile: Profile): Promise<void>;
}

type Outcome = { is: 'problems'; problems: ProfileProblem[] } | { is: 'done'; sentence: string };

export function ImportProfile({ known, onImport }: ImportProfileProps) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const bring = async (json: string) => {
    const read = readProfile(json);
    if ('problems' in read) return setOutcome({ is: 'problems', problems: read.problems });
    const { profile } = read;
    const key = known.includes(profile.id) ? 'optionsImportReplaced' : 'optionsImportDone';
    try {
      await onImport(profile);
      setOutcome({ is: 'done', sentence: text(key, profile.name) });
      setPasted('');
    } catch (thrown) {
      setOutcome({ is: 'problems', problems: [{ path: '', sentence: failureText(thrown) }] });
    }
  };

  return (
    <details class="import">
      <summary>
        <Icon name="plus" />
        {text('optionsImport')}
        <Icon name="chevron" />
      </summary>
      <p class="lead">{text('optionsImportWhat')}</p>
      <div class="line">
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {text('optionsImportFile')}
        </button>
        <input
          type="file"
          class="hidden"
          ref={file}
          tabIndex={-1}
          aria-label={text('optionsImportFile')}
          accept=".json,application/json"
          onChange={async (event) => {
            const input = event.currentTarget;
            const chosen = input.files?.[0];
            if (chosen) await bring(await chosen.text());
            // So that choosing the same file again, mended, is a change.
            input.value = '';
          }}
        />
        <span class="faint">{text('optionsImportOr')}</span>
      </div>
      <label class="field" for={id}>
        {text('optionsImportPaste')}
        <textarea
          id={id}
          class="input"
          rows={6}
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      <button type="button" class="button primary" disabled={!pasted.trim()} onClick={() => bring(pasted)}>
        {text('optionsImportAction')}
      </button>
      <ImportOutcome outcome={outcome} />
    </details>
  );
}

function ImportOutcome({ outcome }: { outcome: Outcome | null }) {
  if (outcome?.is !== 'problems') {
    return (
      <p class="saved" role="status">
        {outcome?.sentence}
      </p>
    );
  }
  return (
    <div class="notice trouble" role="alert">
      <Icon name="warning" />
      <div>
        <strong>{text('optionsImportProblems')}</strong>
        <ul class="problems">
          {outcome.problems.map(({ path, sentence }) => (
            <li key={`${path} ${sentence}`}>
              {path && <code>{path}</code>} {sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
