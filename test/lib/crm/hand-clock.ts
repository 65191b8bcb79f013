/** A clock and timers that a test turns by hand. */
import type { After } from '@/lib/crm/alarm.ts';

/** Starts at `start` (epoch ms). */
export function handClock(start: number) {
  let time = start;
  const timers = new Set<{ at: number; run: () => void }>();
  const after: After = (ms, run) => {
    const timer = { at: time + ms, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  return {
    now: () => time,
    after,
    /** Time passes and no timer runs, as in a hidden tab or while a script is busy. */
    pass(ms: number): void {
      time += ms;
    },
    /** Time passes and every timer that is due runs at its time. */
    advance(ms: number): void {
      const end = time + ms;
      for (;;) {
        const due = [...timers].filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due);
        time = Math.max(time, due.at);
        due.run();
      }
      time = end;
    },
  };
}
