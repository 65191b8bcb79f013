/** Talk time as a bar with the threshold marked on it: before the mark the call would be excused, past it it is ongoing. */
import { clock, seconds } from '@/components/duration.ts';
import { text } from '@/components/text.ts';

export interface TalkBarProps {
  talkMs: number;
  thresholdMs: number;
  /** What the call would become if it ended now; `null` = not said. */
  outlook: string | null;
}

/** The fill moves at an even pace to where it will be at the next tick, so it passes the mark when the call does. */
const AHEAD_MS = 1000;

/** Where the mark stands: two thirds in, so that the time after it shows too. */
const MARK = 2 / 3;

export function TalkBar({ talkMs, thresholdMs, outlook }: TalkBarProps) {
  const filled = thresholdMs > 0 ? Math.min(1, ((talkMs + AHEAD_MS) / thresholdMs) * MARK) : 1;
  const mark = seconds(thresholdMs);
  return (
    <div class="talk">
      <div
        class="bar"
        role="progressbar"
        aria-label={text('overlayTalkTime')}
        aria-valuemin={0}
        aria-valuemax={Math.floor(thresholdMs / 1000)}
        aria-valuenow={Math.floor(Math.min(talkMs, thresholdMs) / 1000)}
        aria-valuetext={text('overlayTalkOf', clock(talkMs), mark)}
      >
        <div class="fill" style={{ transform: `scaleX(${filled})` }} />
        <div class="threshold" />
      </div>
      <div class="talk-words">
        <span>{outlook}</span>
        <span class="threshold-name">{mark}</span>
      </div>
    </div>
  );
}
