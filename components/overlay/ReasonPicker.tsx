/** Why no job was booked: the reason given, and the numbered list from which it is given, changed and taken back. */
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CallReason, GivenReason } from '@/lib/calls/call.ts';
import { keyOfReason } from './keys.ts';
import { real } from './real.ts';

export interface ReasonPickerProps {
  caller: string;
  /** Active reasons, in order. */
  reasons: readonly CallReason[];
  given: GivenReason | null;
  /** The list is open because an answer is wanted, or because the keyboard is in the overlay. */
  open: boolean;
  /** The call ended and waits for its reason. */
  asks: boolean;
  /** `null` takes the reason back. */
  onChoose: (reason: string | null) => void;
}

export function ReasonPicker({ caller, reasons, given, open, asks, onChoose }: ReasonPickerProps) {
  const [opened, setOpened] = useState(false);
  const choose = (reason: string) => {
    setOpened(false);
    onChoose(reason);
  };
  const tabbable = reasons.find((reason) => reason.id === given?.id) ?? reasons[0];
  return (
    <div class="reason">
      <div class="reason-line">
        <span class="reason-label">
          {text(asks ? 'overlayReasonAsk' : given ? 'overlayReason' : 'overlayReasonNone')}
        </span>
        {given && (
          <span class="reason-given">
            <span class="reason-name">{given.name}</span>
            <button
              type="button"
              class="tool small"
              aria-label={text('overlayReasonTakeBack')}
              title={text('overlayReasonTakeBack')}
              onClick={real(() => onChoose(null))}
            >
              <Icon name="close" />
            </button>
          </span>
        )}
        {!open && (
          <button type="button" class="link" aria-expanded={opened} onClick={real(() => setOpened(!opened))}>
            {text(given ? 'overlayReasonChange' : 'overlayReasonGive')}
          </button>
        )}
      </div>
      {(open || opened) && (
        <div
          class="reasons"
          role="radiogroup"
          aria-label={text('overlayReasonFor', caller)}
          aria-description={text('overlayReasonKeys')}
        >
          {reasons.map((reason, at) => (
            // biome-ignore lint/a11y/useSemanticElements: a native radio would take the arrow keys as choices
            <button
              key={reason.id}
              type="button"
              role="radio"
              class="choice"
              aria-checked={reason.id === given?.id}
              tabIndex={reason === tabbable ? 0 : -1}
              onClick={real(() => choose(reason.id))}
            >
              <kbd>{keyOfReason(at)}</kbd>
              <span class="choice-name">{reason.name}</span>
              <span class="choice-lead" data-lead={reason.isLead}>
                {text(reason.isLead ? 'reasonIsLead' : 'reasonIsNoLead')}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
