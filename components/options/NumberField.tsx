/** A whole number with its unit, kept when the field is left or Enter is pressed, refused in a sentence. */
import { useId, useState } from 'preact/hooks';
import { text } from '@/components/text.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';

export interface NumberFieldProps {
  label: string;
  hint: string;
  /** What the number counts, e.g. `s`. */
  unit: string;
  value: number;
  min: number;
  max: number;
  /** The administrator set it. */
  locked?: boolean;
  /** A further rule: why this number may not be, as a sentence. */
  problem?: (value: number) => string | null;
  onKeep(value: number): void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, hint, unit, value, min, max, locked = false, problem, onKeep } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const described = [refused && `${id}-problem`, locked && `${id}-lock`, `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  const keep = () => {
    if (typed === null || locked) return;
    const number = /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
    const fits = number >= min && number <= max;
    const why = fits ? (problem?.(number) ?? null) : text('optionsNumberRange', min, max);
    setRefused(why);
    if (why) return;
    setTyped(null);
    if (number !== value) onKeep(number);
  };
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="faint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <div class="setting-value">
        <span class="number">
          <input
            id={id}
            class="input"
            inputMode="numeric"
            value={locked ? String(value) : (typed ?? String(value))}
            disabled={locked}
            aria-invalid={refused !== null}
            aria-describedby={described}
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
          <span class="faint">{unit}</span>
        </span>
        {locked && <SetByAdministrator id={`${id}-lock`} />}
        {refused && (
          <p class="failed" id={`${id}-problem`} role="alert">
            {refused}
          </p>
        )}
      </div>
    </div>
  );
}
