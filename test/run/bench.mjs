/** `npm run bench [-- --json FILE]`: set-up, build, then the measures of test/bench. Fails only where it cannot measure. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENT, run } from './run.mjs';
import { setUp } from './set-up.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const { chromium } = await setUp();
const env = { ...ENVIRONMENT, CHROME_PATH: chromium };

await must('wxt', ['build']);
// From where npm was called: npm itself goes to the project's folder.
const file = values.json && resolve(process.env.INIT_CWD ?? '.', values.json);
await must('node', ['test/bench/bench.ts', ...(file ? ['--json', file] : [])]);

/** Runs it; ends the process with 1 where it fails. */
async function must(program, args) {
  const { code } = await run(program, args, { show: true, env });
  if (code === 0) return;
  console.error(`The bench could not be taken: ${program} ended with ${code}.`);
  process.exit(1);
}
