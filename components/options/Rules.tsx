/** The rules' settings. Each is kept at once and counts for calls that end from then on. */
import { text } from '@/components/text.ts';
import type { Settings } from '@/lib/messaging.ts';
import { BookedUnderThreshold } from './BookedUnderThreshold.tsx';
import { NumberField } from './NumberField.tsx';
import { SaveMark } from './SaveMark.tsx';
import { ShortAbandon } from './ShortAbandon.tsx';
import { TimeZone } from './TimeZone.tsx';
import { useSaved } from './use-saved.ts';

export interface RulesProps {
  settings: Settings;
  /** The browser's, IANA name. */
  browserTimeZone: string;
  /** All that can be chosen, IANA names. */
  timeZones: readonly string[];
  /** What the administrator set. */
  locked?: readonly (keyof Settings)[];
  /** Rejects with a sentence. */
  onSave(settings: Settings): Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export function Rules({ settings, browserTimeZone, timeZones, locked = [], onSave }: RulesProps) {
  const { value, state, change } = useSaved(settings, onSave);
  const set = (part: Partial<Settings>) => change({ ...value, ...part });
  return (
    <section id="rules" class="card section" aria-labelledby="rules-title">
      <div class="section-head">
        <h2 id="rules-title">{text('optionsRules')}</h2>
        <SaveMark state={state} />
      </div>
      <p class="lead">{text('optionsRulesWhat')}</p>
      <NumberField
        label={text('optionsThreshold')}
        hint={text('optionsThresholdHint')}
        unit={text('optionsSeconds')}
        value={value.thresholdMs / SECOND}
        min={1}
        max={600}
        locked={locked.includes('thresholdMs')}
        onKeep={(seconds) => set({ thresholdMs: seconds * SECOND })}
      />
      <BookedUnderThreshold
        value={value.bookedUnderThreshold}
        locked={locked.includes('bookedUnderThreshold')}
        onChange={(bookedUnderThreshold) => set({ bookedUnderThreshold })}
      />
      <NumberField
        label={text('optionsWrapUp')}
        hint={text('optionsWrapUpHint')}
        unit={text('optionsSeconds')}
        value={value.wrapUpMs / SECOND}
        min={0}
        max={3600}
        locked={locked.includes('wrapUpMs')}
        onKeep={(seconds) => set({ wrapUpMs: seconds * SECOND })}
      />
      <ShortAbandon
        seconds={value.shortAbandonMs / SECOND}
        locked={locked.includes('shortAbandonMs')}
        onChange={(seconds) => set({ shortAbandonMs: seconds * SECOND })}
      />
      <NumberField
        label={text('optionsCallbackTarget')}
        hint={text('optionsCallbackTargetHint')}
        unit={text('optionsMinutes')}
        value={value.callbackTargetMs / MINUTE}
        min={1}
        max={1440}
        locked={locked.includes('callbackTargetMs')}
        problem={(minutes) =>
          minutes * MINUTE > value.coldMs ? text('optionsCallbackTargetAfterCold', value.coldMs / HOUR) : null
        }
        onKeep={(minutes) => set({ callbackTargetMs: minutes * MINUTE })}
      />
      <NumberField
        label={text('optionsCold')}
        hint={text('optionsColdHint')}
        unit={text('optionsHours')}
        value={value.coldMs / HOUR}
        min={1}
        max={720}
        locked={locked.includes('coldMs')}
        problem={(hours) =>
          hours * HOUR < value.callbackTargetMs
            ? text('optionsColdBeforeTarget', value.callbackTargetMs / MINUTE)
            : null
        }
        onKeep={(hours) => set({ coldMs: hours * HOUR })}
      />
      <TimeZone
        value={value.timeZone}
        locked={locked.includes('timeZone')}
        browsers={browserTimeZone}
        zones={timeZones}
        onChange={(timeZone) => set({ timeZone })}
      />
    </section>
  );
}
