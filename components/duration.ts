/** Lengths of time as people read them. All take milliseconds and round down: 59,999 ms is never shown as a minute. */
import { text } from './text.ts';

/** A running clock: `0:42`, `1:02`, `1:00:05`. Less than nothing is `0:00`. */
export function clock(ms: number): string {
  const total = wholeSeconds(ms);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const rest = two(total % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** Whole seconds, however many: `62 s`. */
export function seconds(ms: number): string {
  return text('durationSeconds', wholeSeconds(ms));
}

/** A length in a sentence: `62 s`; from two minutes on `12 min 5 s`; from an hour on `1 h 2 min`. */
export function duration(ms: number): string {
  const total = wholeSeconds(ms);
  if (total < 120) return text('durationSeconds', total);
  if (total < 3600) return text('durationMinutes', Math.floor(total / 60), total % 60);
  return text('durationHours', Math.floor(total / 3600), Math.floor(total / 60) % 60);
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000));
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
