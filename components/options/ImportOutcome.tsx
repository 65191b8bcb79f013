/** What became of a profile that was brought in: kept, not usable and why, or a question first. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { Import } from './use-import.ts';

export interface ImportOutcomeProps {
  bringing: Import;
  /** Ids of profiles that are the administrator's, so are not replaced. */
  locked: string[];
}

export function ImportOutcome({ bringing, locked }: ImportOutcomeProps) {
  const { outcome } = bringing;
  switch (outcome?.is) {
    case undefined:
    case 'done':
      return (
        <p class="saved" role="status">
          {outcome?.sentence}
        </p>
      );
    case 'problems':
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
    case 'taken': {
      const { profile, by, freeId } = outcome;
      const theirs = locked.includes(profile.id);
      return (
        <div class="notice warning" role="alert">
          <Icon name="warning" />
          <div>
            <p>
              {text(
                by.builtIn ? 'optionsImportTakenBuiltIn' : 'optionsImportTaken',
                profile.id,
                by.profile.name,
              )}
            </p>
            <div class="crm-buttons">
              {!theirs && (
                <button type="button" class="button small" onClick={() => void bringing.replace(profile)}>
                  {text('optionsImportReplace')}
                </button>
              )}
              <button
                type="button"
                class="button small"
                onClick={() => void bringing.keepBoth(profile, freeId)}
              >
                {text('optionsImportKeepBoth', freeId)}
              </button>
              <button type="button" class="button small quiet" onClick={bringing.cancel}>
                {text('optionsCancel')}
              </button>
            </div>
          </div>
        </div>
      );
    }
    default:
      return outcome satisfies never;
  }
}
