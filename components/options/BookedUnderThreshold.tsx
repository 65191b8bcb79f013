/** What a job booked within the threshold makes of a call that also ended within it. */
import { useId } from 'preact/hooks';
import { type TextKey, text } from '@/components/text.ts';
import type { Rules } from '@/lib/calls/call.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';

type Choice = Rules['bookedUnderThreshold'];

const CHOICES: [Choice, TextKey, TextKey][] = [
  ['excused', 'optionsUnderExcused', 'optionsUnderExcusedHint'],
  ['booked', 'optionsUnderBooked', 'optionsUnderBookedHint'],
];

export interface BookedUnderThresholdProps {
  value: Choice;
  /** The administrator set it. */
  locked?: boolean;
  onChange(value: Choice): void;
}

export function BookedUnderThreshold({ value, locked = false, onChange }: BookedUnderThresholdProps) {
  const name = useId();
  return (
    <fieldset
      class="setting choices"
      disabled={locked}
      aria-describedby={locked ? `${name}-lock` : undefined}
    >
      <legend>{text('optionsUnder')}</legend>
      {CHOICES.map(([choice, label, hint]) => (
        <div class="choice" key={choice}>
          <input
            type="radio"
            id={`${name}-${choice}`}
            name={name}
            checked={value === choice}
            aria-describedby={`${name}-${choice}-hint`}
            onChange={() => onChange(choice)}
          />
          <div>
            <label for={`${name}-${choice}`}>{text(label)}</label>
            <p class="faint" id={`${name}-${choice}-hint`}>
              {text(hint)}
            </p>
          </div>
        </div>
      ))}
      {locked && <SetByAdministrator id={`${name}-lock`} />}
    </fieldset>
  );
}
