/** Says beside a heading that the last change was kept, or why it was not. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { SaveState } from './use-saved.ts';

export function SaveMark({ state }: { state: SaveState }) {
  return (
    <span class="save-mark">
      <span role="status">
        {state.is === 'saving' && <span class="faint">{text('optionsSaving')}</span>}
        {state.is === 'saved' && (
          <span class="saved">
            <Icon name="check" />
            {text('optionsSaved')}
          </span>
        )}
      </span>
      <span role="alert">
        {state.is === 'failed' && <span class="failed">{text('optionsNotSaved', state.why)}</span>}
      </span>
    </span>
  );
}
