/** What `npm start` and `npm test` need on a fresh clone: the packages and a Chromium. */
import { findChromium } from './chromium.mjs';
import { installPackages } from './packages.mjs';
import { Problem } from './run.mjs';

/**
 * Installs what is missing. Where it cannot, it says in one sentence what a person has to do, and ends the
 * process with 1.
 * @returns {Promise<{ chromium: string }>} the path of a Chromium that takes `--load-extension`.
 */
export async function setUp() {
  try {
    await installPackages();
    return { chromium: await findChromium() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
