/** Asks the background until it answers: its worker may be starting, or be between two versions. */

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 20_000;

export interface InsistOptions {
  /** Asked before each attempt: false ends it. */
  alive: () => boolean;
  /** After that many attempts the last error is thrown; for ever by default. */
  tries?: number;
  /** Resolves after that many ms; `setTimeout` by default. */
  wait?: (ms: number) => Promise<void>;
}

/**
 * @param ask one attempt; rejects where nobody answered.
 * @returns the answer; `null` once no longer alive: what failed then is no error.
 */
export async function insist<T>(ask: () => Promise<T>, options: InsistOptions): Promise<T | null> {
  const { alive, tries = Number.POSITIVE_INFINITY } = options;
  const wait = options.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let pause = FIRST_WAIT_MS;
  for (let attempt = 1; alive(); attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (alive() && attempt >= tries) throw error;
    }
    await wait(pause);
    pause = Math.min(2 * pause, LONGEST_WAIT_MS);
  }
  return null;
}
