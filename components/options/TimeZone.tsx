/** The time zone of the office, in which its days begin and end. */
import { useId } from 'preact/hooks';
import { text } from '@/components/text.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';

export interface TimeZoneProps {
  /** IANA name; `null` = the browser's. */
  value: string | null;
  /** The administrator set it. */
  locked?: boolean;
  /** The browser's, IANA name. */
  browsers: string;
  /** All that can be chosen. */
  zones: readonly string[];
  onChange(value: string | null): void;
}

export function TimeZone({ value, locked = false, browsers, zones, onChange }: TimeZoneProps) {
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{text('optionsTimeZone')}</label>
        <p class="faint" id={`${id}-hint`}>
          {text('optionsTimeZoneHint')}
        </p>
      </div>
      <div class="setting-value">
        <select
          id={id}
          class="input"
          value={value ?? ''}
          disabled={locked}
          aria-describedby={locked ? `${id}-lock ${id}-hint` : `${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        >
          <option value="">{text('optionsTimeZoneBrowser', browsers)}</option>
          {/* A zone stored by another browser may be missing in this one's list. */}
          {value && !zones.includes(value) && <option value={value}>{value}</option>}
          {zones.map((zone) => (
            <option value={zone} key={zone}>
              {zone}
            </option>
          ))}
        </select>
        {locked && <SetByAdministrator id={`${id}-lock`} />}
      </div>
    </div>
  );
}
