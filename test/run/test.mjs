/**
 * `npm test`: set-up, then format, lint, types, unit and component tests, build, end-to-end tests. Stops at
 * the first step that fails; the last line is always `N passed, N failed`, over all tests that ran.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, ROOT, run } from './run.mjs';
import { findScreen } from './screen.mjs';
import { setUp } from './set-up.mjs';

/** Where vitest and Playwright write what they counted. */
const RESULTS = join(ROOT, 'test-results');
const UNIT = join(RESULTS, 'unit.json');
const E2E = join(RESULTS, 'e2e.json');

/** Each step: its heading, its commands, and how its tests are counted if it has any. */
const STEPS = [
  { name: 'format and lint', commands: [['biome', 'check']] },
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'lib/calls/tsconfig.json'],
    ],
  },
  {
    name: 'unit and component tests',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`]],
    count: () => unitTests(read(UNIT)),
  },
  { name: 'build', commands: [['wxt', 'build']] },
  { name: 'end-to-end tests', commands: [['playwright', 'test']], count: () => e2eTests(read(E2E)) },
];

const { chromium } = await setUp();
await findScreen();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
const total = { passed: 0, failed: 0 };
for (const step of STEPS) {
  const failure = await play(step);
  if (!failure) continue;
  console.error(`\nStopped at "${step.name}": ${failure}.`);
  process.exitCode = 1;
  break;
}
console.log(`${total.passed} passed, ${total.failed} failed`);

/** Why the step failed, or null. */
async function play({ name, commands, count }) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  let failure = null;
  for (const [program, ...args] of commands) {
    const env = { ...ENVIRONMENT, CHROME_PATH: chromium, CALLMARK_E2E_RESULTS: E2E };
    const { code } = await run(program, args, { show: true, env });
    if (code !== 0) failure = `${program} ended with ${code}`;
    if (failure) break;
  }
  if (count) {
    const { passed, failed, skipped } = count();
    total.passed += passed;
    total.failed += failed;
    if (!failure && failed > 0) failure = `${failed} tests failed`;
    if (!failure && skipped > 0) failure = `${skipped} tests were skipped`;
    if (!failure && passed === 0) failure = 'no test ran';
  }
  console.log(
    `== ${name}: ${failure ? 'failed' : 'passed'} in ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
  return failure;
}

/** What a step wrote, or null where it ended before it could. */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function unitTests(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** A test that passed only when it was tried again did not pass. */
function e2eTests(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}
