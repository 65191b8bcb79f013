/** One call: who calls, how it stands, its clock; at the end what it became and why. */
import { clock } from '@/components/duration.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CallReason } from '@/lib/calls/call.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { asksForReason, callerOf, elapsedMs, isOpen, outlook, stateWord, takesReason } from './live.ts';
import { ReasonPicker } from './ReasonPicker.tsx';
import { real } from './real.ts';
import { TalkBar } from './TalkBar.tsx';
import { why } from './why.ts';

export interface CallCardProps {
  /** As it is at `now`, see `atMoment`. */
  call: OverlayCall;
  now: number;
  thresholdMs: number;
  reasons: readonly CallReason[];
  /** In the last moments of its stay. */
  leaving: boolean;
  /** The keyboard is in the overlay. */
  focused: boolean;
  onReason: (reason: string | null) => void;
  onDismiss: () => void;
}

export function CallCard(props: CallCardProps) {
  const { call, now, thresholdMs, reasons, leaving, focused, onReason, onDismiss } = props;
  const caller = callerOf(call);
  const open = isOpen(call);
  const talking = open && call.answeredAt !== null;
  const under = [call.name ? call.from : null, call.campaign].filter(Boolean).join(' · ');
  return (
    <article
      class="card"
      data-call={call.id}
      data-state={call.state}
      data-booked={call.booked}
      data-leaving={leaving}
      aria-label={text('overlayCallFrom', caller)}
    >
      <div class="card-top">
        <span class="state" data-state={call.state}>
          {stateWord(call)}
        </span>
        {open && call.onHold && <span class="hold">{text('stateOnHold')}</span>}
        <span class="clock" role="timer">
          {clock(elapsedMs(call, now))}
        </span>
        {!open && (
          <button
            type="button"
            class="tool small"
            aria-label={text('overlayDismiss', caller)}
            title={text('overlayDismiss', caller)}
            onClick={real(onDismiss)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="caller">{caller}</div>
      {under && <div class="caller-more">{under}</div>}
      {talking && <TalkBar talkMs={elapsedMs(call, now)} thresholdMs={thresholdMs} outlook={outlook(call)} />}
      {talking && <JobLine call={call} />}
      {!open && <p class="why">{why(call, thresholdMs)}</p>}
      {reasons.length > 0 && takesReason(call) && (
        <ReasonPicker
          caller={caller}
          reasons={reasons}
          given={call.reason}
          open={asksForReason(call) || focused}
          asks={asksForReason(call)}
          onChoose={onReason}
        />
      )}
    </article>
  );
}

function JobLine({ call }: { call: OverlayCall }) {
  if (!call.booked) return <div class="job">{text('overlayNoJobYet')}</div>;
  return (
    <div class="job" data-booked>
      <Icon name="check" />
      <span class="words">
        {call.job === null ? text('overlayJobBookedNameless') : text('overlayJobBooked', call.job)}
      </span>
    </div>
  );
}
