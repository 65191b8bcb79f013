/** What can be done with one CRM's profile; what cannot be undone is asked once more. */
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CrmEntry } from '@/lib/messaging.ts';

export interface CrmButtonsProps {
  entry: CrmEntry;
  /** The profile is the administrator's. */
  theirs: boolean;
  /** Another profile may be added. */
  mayCopy: boolean;
  editing: boolean;
  onEdit(): void;
  onExport(): void;
  onCopy(): void;
  /** Opens the live view over its page; absent = none of its sites is allowed. */
  onLook?: (() => void) | undefined;
  /** Deletes one's own; of a changed copy the built-in one comes back. */
  onRemove(): void;
}

export function CrmButtons({
  entry,
  theirs,
  mayCopy,
  editing,
  onEdit,
  onExport,
  onCopy,
  onLook,
  onRemove,
}: CrmButtonsProps) {
  const [sure, setSure] = useState(false);
  const { profile, builtIn, changed } = entry;
  const removing = text(changed ? 'optionsCrmRestore' : 'optionsCrmRemove');
  if (sure) {
    return (
      <div class="line sure" role="alert">
        <span class="grow">
          {text(changed ? 'optionsCrmRestoreSure' : 'optionsCrmRemoveSure', profile.name)}
        </span>
        <button
          type="button"
          class="button small"
          onClick={() => {
            setSure(false);
            onRemove();
          }}
        >
          {removing}
        </button>
        <button type="button" class="button small quiet" onClick={() => setSure(false)}>
          {text('optionsCancel')}
        </button>
      </div>
    );
  }
  return (
    <div class="crm-buttons">
      {onLook && (
        <button type="button" class="button small quiet" onClick={onLook}>
          {text('optionsCrmLive')}
        </button>
      )}
      {!theirs && (
        <button type="button" class="button small quiet" aria-expanded={editing} onClick={onEdit}>
          {text('optionsCrmEdit')}
        </button>
      )}
      <button type="button" class="button small quiet" onClick={onExport}>
        {text('optionsCrmExport')}
      </button>
      {mayCopy && (
        <button type="button" class="button small quiet" onClick={onCopy}>
          {text('optionsCrmCopy')}
        </button>
      )}
      {!builtIn && !theirs && (
        <button type="button" class="button small quiet" onClick={() => setSure(true)}>
          {!changed && <Icon name="trash" />}
          {removing}
        </button>
      )}
    </div>
  );
}
