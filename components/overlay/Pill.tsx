/** The collapsed overlay: how many calls, the state and clock of the one that matters most, and whether something is wrong. */
import { clock } from '@/components/duration.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { asksForReason, elapsedMs, isOpen, stateWord } from './live.ts';
import { real } from './real.ts';

export interface PillProps {
  calls: OverlayCall[];
  now: number;
  /** What is wrong; `null` = nothing. */
  mark: string | null;
  onOpen: () => void;
}

export function Pill({ calls, now, mark, onOpen }: PillProps) {
  const main = mainCall(calls);
  const state = main && stateOf(main);
  const count = calls.length > 1 ? text('overlayCallsMany', calls.length) : null;
  const label = [text('overlayName'), count, state, mark].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      class="pill"
      data-drag
      data-drag-handle
      aria-expanded={false}
      aria-label={`${text('overlayExpand')}: ${label}`}
      title={main ? undefined : (mark ?? undefined)}
      onClick={real(onOpen)}
    >
      {main && (
        <span class="state" data-state={main.state}>
          {state}
        </span>
      )}
      {main && <span class="clock">{clock(elapsedMs(main, now))}</span>}
      {count && <span class="count">{count}</span>}
      {main && asksForReason(main) && <span class="ask">{text('overlayReasonAskShort')}</span>}
      {mark && (
        <span class="mark">
          <Icon name="warning" />
        </span>
      )}
    </button>
  );
}

/** The call being talked on; else one that rings; else one on hold; else the one that ended last. */
function mainCall(calls: OverlayCall[]): OverlayCall | undefined {
  const open = calls.filter(isOpen);
  return (
    open.find((call) => call.state !== 'ringing' && !call.onHold) ??
    open.find((call) => call.state === 'ringing') ??
    open[0] ??
    calls.at(-1)
  );
}

function stateOf(call: OverlayCall): string {
  return isOpen(call) && call.onHold ? text('stateOnHold') : stateWord(call);
}
