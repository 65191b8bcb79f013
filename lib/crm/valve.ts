/** Lets through what comes in a reasonable number, and holds a flood back. */

/** Times are epoch ms. */
export interface Valve {
  /** Whether one more may pass at `at`; if so, it counts. */
  pass(at: number): boolean;
  /** When the next may pass, as of now. */
  opensAt(): number;
}

/** So many may pass … */
const MOST = 20;
/** … within this long, ms; … */
const WITHIN_MS = 5_000;
/** … after them one in this long, ms. */
const SLOW_MS = 1_000;

/** Makes a valve that nothing has passed. */
export function createValve(): Valve {
  /** When the last ones passed, oldest first. */
  let passed: number[] = [];

  function opensAt(): number {
    const [oldest] = passed;
    if (oldest === undefined || passed.length < MOST) return Number.NEGATIVE_INFINITY;
    return Math.min(oldest + WITHIN_MS, (passed.at(-1) ?? oldest) + SLOW_MS);
  }

  return {
    opensAt,
    pass(at) {
      if (at < opensAt()) return false;
      passed = [...passed, at].slice(-MOST);
      return true;
    },
  };
}
