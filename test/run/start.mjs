/**
 * `npm start`: sets up what is missing, builds, and shows Callmark at work.
 *
 *   npm start                                   the demo CRM in a browser with a window
 *   npm start -- --headless                     plays a whole shift and prints what became of it; so it does
 *                                               by itself where there is no display
 *   npm start -- --url https://my.crm --profile my.profile.json
 *                                               the same on a CRM of your own
 */
import { parseArgs } from 'node:util';
import { ENVIRONMENT, run } from './run.mjs';
import { setUp } from './set-up.mjs';

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, url: { type: 'string' }, profile: { type: 'string' } },
});
if (Boolean(values.url) !== Boolean(values.profile)) {
  console.error(
    '--url and --profile go together: the address of the CRM, and the profile by which it is read.',
  );
  process.exit(1);
}

const { chromium } = await setUp();
const built = await run('wxt', ['build']);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
const shown = await run('node', ['test/run/show.ts', ...process.argv.slice(2)], {
  show: true,
  env: { ...ENVIRONMENT, CHROME_PATH: chromium, NODE_NO_WARNINGS: '1' },
});
process.exitCode = shown.code ?? 1;
