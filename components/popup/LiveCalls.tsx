/** The calls that go on now, each with its state and a clock. */
import { callerText, stateText } from '@/components/call-words.ts';
import { clock } from '@/components/duration.ts';
import { text } from '@/components/text.ts';
import type { Call, LiveState } from '@/lib/calls/call.ts';
import { liveState } from '@/lib/calls/live.ts';

export interface LiveCallsProps {
  calls: Call[];
  thresholdMs: number;
  /** Epoch ms. */
  now: number;
}

export function LiveCalls({ calls, thresholdMs, now }: LiveCallsProps) {
  const live = calls.flatMap((call) => {
    const state = liveState(call, thresholdMs, now);
    return state === null ? [] : [{ call, state }];
  });
  if (live.length === 0) return null;
  return (
    <section class="card" aria-labelledby="live">
      <div class="card-head">
        <h2 id="live">{text('popupLive')}</h2>
        <span class="faint">{live.length}</span>
      </div>
      <ul class="rows">
        {live.map(({ call, state }) => (
          <LiveCall call={call} state={state} now={now} key={call.id} />
        ))}
      </ul>
    </section>
  );
}

function LiveCall({ call, state, now }: { call: Call; state: LiveState; now: number }) {
  const caller = callerText(call);
  const number = call.facts.name ? call.facts.from : undefined;
  const booked = call.events.some((event) => event.type === 'booked');
  return (
    <li class="live-call">
      <span class="who">
        <span class="clip strong" title={caller}>
          {caller}
        </span>
        {(number || booked) && (
          <span class="line faint">
            <span class="clip">{number}</span>
            {number && booked && ' · '}
            {booked && <span class="job">{text('popupJobBooked')}</span>}
          </span>
        )}
      </span>
      <span class={`badge ${state}`}>{call.onHold ? text('stateOnHold') : stateText(state)}</span>
      <span class="clock">{clock(now - (call.answeredAt ?? call.startedAt))}</span>
    </li>
  );
}
