/** Today's calls that a manager should look at: a job was booked, yet the call is not booked. */
import { callerText, classificationText } from '@/components/call-words.ts';
import { seconds } from '@/components/duration.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { Call, Classification, Review } from '@/lib/calls/call.ts';
import { useMarks } from './use-marks.ts';

export interface ReviewsProps {
  /** Calls that started today. */
  calls: Call[];
  thresholdMs: number;
  onReclassify(request: { call: string; to: Classification }): Promise<void>;
  /** Takes the correction back. */
  onUndo(request: { call: string }): Promise<void>;
}

export function Reviews({ calls, thresholdMs, onReclassify, onUndo }: ReviewsProps) {
  const marks = useMarks<'booked'>();
  const flagged = marks.over(calls.filter((call) => call.review !== null && call.corrected === null));
  if (flagged.length === 0) return null;
  return (
    <section class="card" aria-labelledby="review">
      <div class="card-head">
        <h2 id="review">{text('popupReview')}</h2>
      </div>
      <ul class="rows">
        {flagged.map(({ call, mark, failed }) => (
          <li
            class={mark === 'booked' ? 'review marked' : 'review'}
            key={call.id}
            aria-label={callerText(call)}
          >
            <div class="line">
              <span class="clip strong">{callerText(call)}</span>
              {call.classification && (
                <span class={`badge ${mark === 'booked' ? 'booked' : call.classification}`}>
                  {classificationText(mark === 'booked' ? 'booked' : call.classification)}
                </span>
              )}
            </div>
            <div class="line">
              <span class="faint grow">{call.review && reviewText(call.review, thresholdMs)}</span>
              {mark === 'booked' ? (
                <button
                  type="button"
                  class="button small quiet"
                  onClick={() => marks.set(call, 'undone', onUndo({ call: call.id }))}
                >
                  {text('popupUndo')}
                </button>
              ) : (
                <button
                  type="button"
                  class="button small"
                  onClick={() => marks.set(call, 'booked', onReclassify({ call: call.id, to: 'booked' }))}
                >
                  <Icon name="check" />
                  {text('popupCountAsBooked')}
                </button>
              )}
            </div>
            {failed && (
              <p class="failed" role="alert">
                {text('popupNotKept', failed)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function reviewText(review: Review, thresholdMs: number): string {
  switch (review) {
    case 'booked-under-threshold':
      return text('reviewBookedUnderThreshold', seconds(thresholdMs));
    case 'booked-after-end':
      return text('reviewBookedAfterEnd');
    default:
      return review satisfies never;
  }
}
