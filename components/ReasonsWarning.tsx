/** The warning while no active call reason is set up, in the words of the call rules, with the way to the set-up. */
import { seconds } from './duration.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export interface ReasonsWarningProps {
  thresholdMs: number;
  /** The longer explanation, where there is room for it. */
  long?: boolean;
  /** Leads to the set-up; absent where the reader is there already. */
  onSetUp?: () => void;
}

export function ReasonsWarning({ thresholdMs, long = false, onSetUp }: ReasonsWarningProps) {
  const key = long ? 'warningReasonsMissingLong' : 'warningReasonsMissing';
  return (
    <section class="notice warning" aria-label={text('warningReasonsMissingTitle')}>
      <Icon name="warning" />
      <div>
        <strong>{text('warningReasonsMissingTitle')}</strong>
        <p>{text(key, seconds(thresholdMs))}</p>
        {onSetUp && (
          <button type="button" class="button small" onClick={onSetUp}>
            {text('warningReasonsMissingAction')}
          </button>
        )}
      </div>
    </section>
  );
}
