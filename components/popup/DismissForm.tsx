/** Asks for the short reason without which no abandoned call is dismissed. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type TextKey, text } from '@/components/text.ts';

export interface DismissFormProps {
  onDismiss(why: string): void;
  onCancel(): void;
}

const SUGGESTIONS: TextKey[] = ['popupDismissSpam', 'popupDismissWrongNumber', 'popupDismissSettled'];

export function DismissForm({ onDismiss, onCancel }: DismissFormProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="dismiss"
      onSubmit={(event) => {
        event.preventDefault();
        const why = input.current?.value.trim() ?? '';
        if (why) onDismiss(why);
        else setEmpty(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape would close the whole popup.
        event.preventDefault();
        onCancel();
      }}
    >
      <label for={id}>{text('popupDismissWhy')}</label>
      <div class="line">
        <input
          id={id}
          ref={input}
          class="input"
          list={`${id}-list`}
          maxLength={120}
          aria-invalid={empty}
          aria-describedby={empty ? `${id}-problem` : undefined}
        />
        <datalist id={`${id}-list`}>
          {SUGGESTIONS.map((key) => (
            <option value={text(key)} key={key} />
          ))}
        </datalist>
        <button type="submit" class="button small primary">
          {text('popupDismiss')}
        </button>
        <button type="button" class="button small quiet" onClick={onCancel}>
          {text('popupCancel')}
        </button>
      </div>
      {empty && (
        <p class="failed" id={`${id}-problem`} role="alert">
          {text('popupDismissWhyNeeded')}
        </p>
      )}
    </form>
  );
}
