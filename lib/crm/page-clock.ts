/** The clock of a watched page: steady while a call is followed, right when one begins. */

/** Epoch ms, whole. */
export interface PageClock {
  /** Does not jump when the machine's clock is set. */
  now(): number;
  /**
   * Moves on to the machine's clock where this one lags behind it, as it does after the machine slept: on some
   * systems `performance.now()` stands still meanwhile. Only for moments at which no call is being followed.
   */
  catchUp(): void;
}

/** Lag from which the clock is put right, ms: below, the two only run differently. */
const LAG_MS = 2_000;

/** Makes a clock. @param wall the machine's; @param steady one that never jumps. Both epoch ms. */
export function createPageClock(
  wall: () => number = () => Date.now(),
  steady: () => number = () => performance.timeOrigin + performance.now(),
): PageClock {
  let ahead = 0;
  return {
    now: () => Math.floor(steady() + ahead),
    catchUp() {
      const lag = wall() - (steady() + ahead);
      if (lag > LAG_MS) ahead += lag;
    },
  };
}
