/** The name of a reason, renamed in place: Enter or leaving the field keeps it, Escape gives it up. */
import { useId, useState } from 'preact/hooks';
import { text } from '@/components/text.ts';

export interface ReasonNameProps {
  name: string;
  /** Why it may not be called so, as a sentence. */
  problem(name: string): string | null;
  onRename(name: string): void;
}

export function ReasonName({ name, problem, onRename }: ReasonNameProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const keep = () => {
    if (typed === null) return;
    const why = problem(typed);
    setRefused(why);
    if (why) return;
    setTyped(null);
    if (typed.trim() !== name) onRename(typed.trim());
  };
  return (
    <span class="reason-name">
      <input
        class="input plain"
        aria-label={text('optionsReasonName', name)}
        aria-invalid={refused !== null}
        aria-describedby={refused ? id : undefined}
        maxLength={60}
        value={typed ?? name}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setRefused(null);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key !== 'Escape') return;
          setTyped(null);
          setRefused(null);
        }}
      />
      {refused && (
        <span class="failed" id={id} role="alert">
          {refused}
        </span>
      )}
    </span>
  );
}
