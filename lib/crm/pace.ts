/** When a page is read: soon after it changes, never so often that the page would feel it. */
import type { After } from './alarm.ts';

/** What the pace needs. */
export interface PaceOptions {
  /** Epoch ms. */
  now: () => number;
  after: After;
  signal: AbortSignal;
  /**
   * Reads the page as it was at `at`, when it last changed; between the read before and `quietUntil` it did
   * not change. Answers when it should be read again even if nothing changes, `null` = need not.
   */
  read: (at: number, quietUntil: number, changed: boolean) => number | null;
}

/** Decides when to read. */
export interface Pace {
  /** The page changed now. Costs next to nothing: it is called for every change of a busy page. */
  touch(): void;
  /** Reads at once. */
  readNow(): void;
  /** It changed since it was read. */
  dirty(): boolean;
}

/** At least this long from one read to the next. */
const REST_MS = 100;
/** A read that takes d ms is followed by a rest of this many d, so reading never costs more than 5 % of the time. */
const REST_SHARE = 20;

/**
 * Makes a pace. Reads within the call of `touch` where the rest is over, since mutation callbacks come on time
 * in hidden tabs and timers do not; else by one timer at its end.
 */
export function createPace({ now, after, signal, read }: PaceOptions): Pace {
  let firstChange: number | null = null;
  let lastChange: number | null = null;
  let readAt = now();
  let restUntil = Number.NEGATIVE_INFINITY;
  let wakeAt = Number.POSITIVE_INFINITY;
  let cancel: () => void = () => undefined;

  function run(): void {
    if (signal.aborted) return;
    const start = now();
    const at = lastChange ?? start;
    const quietUntil = firstChange ?? readAt;
    const changed = lastChange !== null;
    firstChange = null;
    lastChange = null;
    readAt = at;
    // Set before reading: a read that throws must not be tried again at every change.
    restUntil = start + REST_MS;
    const next = read(at, quietUntil, changed);
    const end = now();
    restUntil = end + Math.max(REST_MS, REST_SHARE * (end - start));
    if (next !== null) wake(Math.max(next, restUntil));
  }

  function wake(time: number): void {
    if (wakeAt <= time) return;
    cancel();
    wakeAt = time;
    cancel = after(Math.max(0, time - now()), () => {
      wakeAt = Number.POSITIVE_INFINITY;
      run();
    });
  }

  return {
    touch() {
      const t = now();
      lastChange = t;
      firstChange ??= t;
      if (t >= restUntil) run();
      else if (wakeAt > restUntil) wake(restUntil);
    },
    readNow: run,
    dirty: () => lastChange !== null,
  };
}
