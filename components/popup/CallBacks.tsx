/** The abandoned calls that wait to be called back: the most urgent first, cold ones last. */
import { useState } from 'preact/hooks';
import { text } from '@/components/text.ts';
import type { Call, Rules } from '@/lib/calls/call.ts';
import { urgency } from '@/lib/calls/numbers.ts';
import type { FollowUpRequest } from '@/lib/messaging.ts';
import { CallBack, type FollowUpMark } from './CallBack.tsx';
import { useMarks } from './use-marks.ts';

export interface CallBacksProps {
  /** With an open follow-up, oldest first. */
  calls: Call[];
  rules: Pick<Rules, 'callbackTargetMs' | 'coldMs'>;
  /** Epoch ms. */
  now: number;
  onFollowUp(request: FollowUpRequest): Promise<void>;
}

/** How many are drawn at first, and more with each click. */
const AT_ONCE = 20;

export function CallBacks({ calls, rules, now, onFollowUp }: CallBacksProps) {
  const marks = useMarks<FollowUpMark>();
  const [shown, setShown] = useState(AT_ONCE);
  const all = marks
    .over(calls)
    .map((marked) => ({ ...marked, urgency: urgency(marked.call, rules, now) }))
    .sort((a, b) => Number(a.urgency === 'cold') - Number(b.urgency === 'cold'));
  const more = all.length - shown;
  return (
    <section class="card" aria-labelledby="call-back">
      <div class="card-head">
        <h2 id="call-back">{text('popupCallBack')}</h2>
        {calls.length > 0 && <span class="badge abandoned">{calls.length}</span>}
      </div>
      {all.length === 0 && <p class="empty">{text('popupCallBackNone')}</p>}
      <ul class="rows">
        {all.slice(0, shown).map(({ call, mark, failed, urgency }) => (
          <CallBack
            call={call}
            mark={mark === 'undone' ? null : mark}
            failed={failed}
            urgency={urgency}
            now={now}
            onMark={(mark) =>
              marks.set(
                call,
                mark,
                onFollowUp({ call: call.id, as: mark.as, ...(mark.why && { why: mark.why }) }),
              )
            }
            onUndo={() => marks.set(call, 'undone', onFollowUp({ call: call.id, as: 'open' }))}
            key={call.id}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button wide" onClick={() => setShown(shown + 50)}>
          {text('popupCallBackMore', more)}
        </button>
      )}
    </section>
  );
}
