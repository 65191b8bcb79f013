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
  /** Whether changes may concern a call: then the rest does not last for them. By default none does. */
  concerns?: (changes: readonly MutationRecord[]) => boolean;
  /** The observer of changes, which a page that changes without end does not need. */
  observer?: {
    /** No more changes are told. `false` = it goes on, since nobody can rely on timers now (a hidden tab). */
    stop(): boolean;
    start(): void;
  };
}

/** Decides when to read. */
export interface Pace {
  /** The page changed now. Costs next to nothing: it is called for every change of a busy page. */
  touch(changes?: readonly MutationRecord[]): void;
  /** Reads at once. */
  readNow(): void;
  /** It changed since it was read, or may have. */
  dirty(): boolean;
}

/** At least this long from one read to the next, where what changed concerns no call. */
const REST_MS = 100;
/** At most this long while no changes are told: what concerns a call could not end the rest. */
const DEAF_REST_MS = 40;
/** Reads that take d ms are followed by a rest of this many d in any case, so reading never costs more than 5 % of the time. */
const REST_SHARE = 20;
/** The least of so many reads counts as what one takes: a single long one is the machine's doing, not the page's. */
const LATELY = 3;
/** With more changes than this in one rest the page is a busy one, whose observer costs it more than a look now and then. */
const PATIENCE = 200;

/**
 * Makes a pace. Reads within the call of `touch` where the rest is over, since mutation callbacks come on time
 * in hidden tabs and timers do not; else by one timer at its end.
 */
export function createPace({ now, after, signal, read, concerns, observer }: PaceOptions): Pace {
  let firstChange: number | null = null;
  let lastChange: number | null = null;
  let readAt = now();
  /** What concerns a call is not read before this … */
  let dearUntil = Number.NEGATIVE_INFINITY;
  /** … and nothing else before this. */
  let restUntil = Number.NEGATIVE_INFINITY;
  let wakeAt = Number.POSITIVE_INFINITY;
  let cancel: () => void = () => undefined;
  let costs: number[] = [];
  let patience = PATIENCE;
  /** No changes are told until the next read. */
  let deaf = false;

  function run(): void {
    if (signal.aborted) return;
    const start = now();
    if (deaf) {
      observer?.start();
      // A page that was too busy for all of a rest is let off as soon as it begins again.
      patience = 1;
      lastChange = start;
    } else patience = PATIENCE;
    deaf = false;
    const at = lastChange ?? start;
    const quietUntil = firstChange ?? readAt;
    const changed = lastChange !== null;
    firstChange = null;
    lastChange = null;
    readAt = at;
    // Set before reading: a read that throws must not be tried again at every change.
    dearUntil = restUntil = start + REST_MS;
    const next = read(at, quietUntil, changed);
    const end = now();
    costs = [...costs, end - start].slice(-LATELY);
    dearUntil = end + REST_SHARE * Math.min(...costs);
    restUntil = Math.max(end + REST_MS, dearUntil);
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

  function touch(changes: readonly MutationRecord[] = []): void {
    const t = now();
    lastChange = t;
    firstChange ??= t;
    const urgent = t < restUntil && changes.length <= patience && (concerns?.(changes) ?? false);
    const due = urgent ? dearUntil : restUntil;
    if (t >= due) {
      run();
      return;
    }
    wake(due);
    patience -= Math.max(1, changes.length);
    if (patience <= 0 && !deaf && observer?.stop()) {
      deaf = true;
      restUntil = Math.max(dearUntil, Math.min(restUntil, t + DEAF_REST_MS));
      wake(restUntil);
    }
  }

  return {
    touch,
    readNow: run,
    dirty: () => lastChange !== null || deaf,
  };
}
