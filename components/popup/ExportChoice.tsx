/** The fields of the export form: the days, in the office's time zone, and what became of the calls. */
import { useId } from 'preact/hooks';
import { classificationText } from '@/components/call-words.ts';
import { type TextKey, text } from '@/components/text.ts';
import { CLASSIFICATIONS, type Classification } from '@/lib/calls/call.ts';
import { localDay, type RangeKind } from '@/lib/export/days.ts';
import type { Days } from './popup.ts';

export interface ExportChoiceProps {
  days: Days;
  ticked: ReadonlySet<Classification>;
  timeZone: string;
  /** Epoch ms. */
  now: number;
  /** While a file is written. */
  disabled: boolean;
  onDays(days: Days): void;
  onTicked(ticked: ReadonlySet<Classification>): void;
}

const KINDS: [RangeKind | 'custom', TextKey][] = [
  ['today', 'popupToday'],
  ['yesterday', 'popupYesterday'],
  ['this-week', 'popupThisWeek'],
  ['last-30-days', 'popupLast30Days'],
  ['custom', 'popupCustom'],
];

export function ExportChoice(props: ExportChoiceProps) {
  const { days, ticked, timeZone, now, onDays, onTicked } = props;
  const id = useId();
  const choose = (kind: RangeKind | 'custom') => {
    const today = localDay(now, timeZone);
    onDays(kind === 'custom' ? { kind, from: today, to: today } : { kind });
  };
  const tick = (one: Classification, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(one);
    else next.delete(one);
    onTicked(next);
  };
  return (
    <fieldset class="bare" disabled={props.disabled}>
      <div class="field">
        <label for={`${id}-days`}>{text('popupExportDays')}</label>
        <select
          id={`${id}-days`}
          class="input"
          value={days.kind}
          aria-describedby={`${id}-zone`}
          onChange={(event) => choose(event.currentTarget.value as RangeKind | 'custom')}
        >
          {KINDS.map(([kind, key]) => (
            <option value={kind} key={kind}>
              {text(key)}
            </option>
          ))}
        </select>
      </div>
      {days.kind === 'custom' && (
        <div class="dates">
          <label class="field">
            {text('popupFrom')}
            <input
              type="date"
              class="input"
              value={days.from}
              required
              onInput={(event) => onDays({ ...days, from: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            {text('popupTo')}
            <input
              type="date"
              class="input"
              value={days.to}
              required
              onInput={(event) => onDays({ ...days, to: event.currentTarget.value })}
            />
          </label>
        </div>
      )}
      <p class="faint" id={`${id}-zone`}>
        {text('popupExportZone', timeZone)}
      </p>
      <fieldset class="ticks">
        <legend>{text('popupExportWhich')}</legend>
        {CLASSIFICATIONS.map((one) => (
          <label class="tick" key={one}>
            <input
              type="checkbox"
              checked={ticked.has(one)}
              onChange={(event) => tick(one, event.currentTarget.checked)}
            />
            <i class={`dot ${one}`} />
            {classificationText(one)}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}
