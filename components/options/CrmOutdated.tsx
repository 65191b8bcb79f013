/** Says that a newer built-in profile exists than the one that a person changed, and lets them choose. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';

export interface CrmOutdatedProps {
  onRestore(): void;
  onKeepMine(): void;
}

export function CrmOutdated({ onRestore, onKeepMine }: CrmOutdatedProps) {
  return (
    <div class="notice">
      <Icon name="info" />
      <div>
        <p>{text('optionsCrmOutdated')}</p>
        <div class="line">
          <button type="button" class="button small" onClick={onRestore}>
            {text('optionsCrmRestore')}
          </button>
          <button type="button" class="button small quiet" onClick={onKeepMine}>
            {text('optionsCrmKeepMine')}
          </button>
        </div>
      </div>
    </div>
  );
}
