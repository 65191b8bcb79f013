/** Whether abandoned calls that rang only briefly are left out of the numbers, and what briefly means. */
import { text } from '@/components/text.ts';
import { NumberField } from './NumberField.tsx';
import { SetByAdministrator } from './SetByAdministrator.tsx';
import { Switch } from './Switch.tsx';

export interface ShortAbandonProps {
  /** 0 = off. */
  seconds: number;
  /** The administrator set it. */
  locked?: boolean;
  onChange(seconds: number): void;
}

/** What the limit starts at when it is switched on. */
const USUAL_SECONDS = 5;

export function ShortAbandon({ seconds, locked = false, onChange }: ShortAbandonProps) {
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
            locked={locked}
            onSwitch={(on) => onChange(on ? USUAL_SECONDS : 0)}
          />
          {locked && <SetByAdministrator />}
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
          locked={locked}
          onKeep={onChange}
        />
      )}
    </>
  );
}
