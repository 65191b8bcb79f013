/** What a reader with this profile would report, or does not count: a line each, newest first. */
import type { Observed } from './observed.ts';

export interface LineListProps {
  /** Newest first. */
  lines: readonly Observed[];
  /** What to say where there is none. */
  none: string;
}

export function LineList({ lines, none }: LineListProps) {
  if (lines.length === 0) return <p class="faint">{none}</p>;
  return (
    <ol class="lines">
      {lines.map(({ at, line, kind }, index) => (
        <li key={`${at} ${lines.length - index}`} class={`row ${kind}`}>
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
