/** Whether abandoned calls that rang only briefly are left out of the numbers, and what briefly means. */
import { text } from '@/components/text.ts';
import { NumberField } from './NumberField.tsx';
import { Switch } from './Switch.tsx';

export interface ShortAbandonProps {
  /** 0 = off. */
  seconds: number;
  onChange(seconds: number): void;
}

/** What the limit starts at when it is switched on. */
const USUAL_SECONDS = 5;

export function ShortAbandon({ seconds, onChange }: ShortAbandonProps) {
  return (
    <>
      <div class="setting">
        <div class="setting-words">
          <span class="label">{text('optionsShort')}</span>
          <p class="faint">{text('optionsShortHint')}</p>
        </div>
        <div class="setting-value">
          <Switch
            label={text('optionsShort')}
            on={seconds > 0}
            onSwitch={(on) => onChange(on ? USUAL_SECONDS : 0)}
          />
        </div>
      </div>
      {seconds > 0 && (
        <NumberField
          label={text('optionsShortLimit')}
          hint={text('optionsShortLimitHint')}
          unit={text('optionsSeconds')}
          value={seconds}
          min={1}
          max={120}
          onKeep={onChange}
        />
      )}
    </>
  );
}
