/** Adds a call reason. */
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';

export interface NewReasonProps {
  /** Why it may not be called so, as a sentence. */
  problem(name: string): string | null;
  onAdd(name: string, isLead: boolean): void;
}

export function NewReason({ problem, onAdd }: NewReasonProps) {
  const id = useId();
  const [name, setName] = useState('');
  const [isLead, setLead] = useState(true);
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <form
      class="new-reason"
      onSubmit={(event) => {
        event.preventDefault();
        const why = problem(name);
        setRefused(why);
        if (why) return;
        onAdd(name, isLead);
        setName('');
      }}
    >
      <label class="field grow" for={id}>
        {text('optionsReasonNew')}
        <input
          id={id}
          class="input"
          maxLength={60}
          placeholder={text('optionsReasonNewExample')}
          value={name}
          aria-invalid={refused !== null}
          aria-describedby={refused ? `${id}-problem` : undefined}
          onInput={(event) => {
            setName(event.currentTarget.value);
            setRefused(null);
          }}
        />
      </label>
      <label class="tick">
        <input type="checkbox" checked={isLead} onChange={(event) => setLead(event.currentTarget.checked)} />
        {text('optionsReasonLead')}
      </label>
      <button type="submit" class="button">
        <Icon name="plus" />
        {text('optionsReasonAdd')}
      </button>
      {refused && (
        <p class="failed" id={`${id}-problem`} role="alert">
          {refused}
        </p>
      )}
    </form>
  );
}
