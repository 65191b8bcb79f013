/** The last things that a reader with this profile would report, newest first. */
import { text } from '@/components/text.ts';
import type { Observed } from './observed.ts';

export interface ObservedListProps {
  /** Newest first. */
  observed: readonly Observed[];
}

export function ObservedList({ observed }: ObservedListProps) {
  if (observed.length === 0) return <p class="faint">{text('liveNothingObserved')}</p>;
  return (
    <ol class="observed">
      {observed.map(({ at, line, kind }, index) => (
        <li key={`${at} ${observed.length - index}`} class={`row ${kind}`}>
          <time>{CLOCK.format(at)}</time> <span class="value">{line}</span>
        </li>
      ))}
    </ol>
  );
}

const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 1,
  hourCycle: 'h23',
});
