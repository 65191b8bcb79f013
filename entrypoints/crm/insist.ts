/** Asks the background until it answers: its worker may be starting, or be between two versions. */
import type { Instance } from './instance.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 20_000;

/**
 * @param ask one attempt.
 * @param tries after that many the last error is thrown; for ever by default.
 * @returns its answer; `null` once the instance has stopped.
 */
export async function insist<T>(
  ask: () => Promise<T>,
  instance: Instance,
  tries = Number.POSITIVE_INFINITY,
): Promise<T | null> {
  for (let attempt = 1, wait = FIRST_WAIT_MS; instance.alive(); attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (instance.alive() && attempt >= tries) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }
  return null;
}
