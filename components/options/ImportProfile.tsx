/** Brings a CRM's profile in, from a file or pasted. */
import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import type { Import } from './use-import.ts';

export interface ImportProfileProps {
  bringing: Import;
  /** Ids of profiles that are the administrator's. */
  locked: string[];
}

export function ImportProfile({ bringing, locked }: ImportProfileProps) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
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
              if (chosen) await bringing.bringFile(chosen);
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
        <button
          type="button"
          class="button primary"
          disabled={!pasted.trim()}
          onClick={async () => {
            if (await bringing.bring(pasted)) setPasted('');
          }}
        >
          {text('optionsImportAction')}
        </button>
      </details>
      <ImportOutcome bringing={bringing} locked={locked} />
    </>
  );
}
