/** What watching costs a busy page: Callmark against an empty observer of everything, and against none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { compared, interleaved, type Measure } from './measure.ts';
import { type Served, serveChurn, WATCHED_PATH } from './serve.ts';

const UPDATES = 10_000;
const ROUNDS = 5;
/** How often they are made on one loaded page, after once to warm up: long enough for what happens each second. */
const TIMES = 2;
/** From a page's load until everything on it has come to rest, ms. */
const REST_MS = 1_500;

declare global {
  /** Of the page, `churn/churn.js`. */
  function churn(updates: number): Promise<number>;
  function observeNothing(): void;
}

/** Takes the measures of watching. */
export async function measureWatching(callmark: Callmark): Promise<Measure[]> {
  const served = await serveChurn();
  try {
    await readPagesOfTheBench(callmark);
    return await compare(callmark, served);
  } finally {
    await served.close();
  }
}

async function compare(callmark: Callmark, { plain, watched }: Served): Promise<Measure[]> {
  const page = await callmark.context.newPage();
  let call = 0;
  const { nobody, empty, idle, open } = await interleaved(ROUNDS, {
    nobody: () => churned(page, plain),
    empty: () => churned(page, plain, () => observeNothing()),
    idle: () => churned(page, watched),
    open: () => churned(page, `${watched}?call=B-${++call}`),
  });
  const shown = (await callmark.calls()).filter((c) => c.crm === NAME);
  if (shown.length !== call) throw new Error(`Callmark saw ${shown.length} calls on ${call} pages`);
  await page.close();
  const against = (name: string, what: Cost, reference: Cost, goal: number | null) => [
    compared(`${name}: page and drawing, CPU`, 'ms', what.cpu, reference.cpu, goal),
    compared(`${name}: the updates alone`, 'ms', what.updates, reference.updates, goal),
  ];
  return [
    ...against('Watching, no call shown ÷ empty observer', idle, empty, 1.25),
    ...against('Watching, one call shown ÷ empty observer', open, empty, 1.25),
    ...against('Watching, no call shown ÷ no observer', idle, nobody, null),
    ...against('Empty observer ÷ no observer', empty, nobody, null),
  ];
}

/** What 10,000 updates cost, ms. */
interface Cost {
  /** CPU time of the page's main thread: updates, observers, timers, style, layout, painting. */
  cpu: number;
  /** Time in which the page made its updates, and observers were told of them. */
  updates: number;
}

/** Loads the page anew and gives what its updates cost. */
async function churned(page: Page, url: string, prepare?: () => void): Promise<Record<keyof Cost, number>> {
  await page.goto(url);
  await page.bringToFront();
  if (url.includes(WATCHED_PATH)) await page.locator('callmark-overlay').waitFor({ state: 'attached' });
  if (prepare) await page.evaluate(prepare);
  await page.waitForTimeout(REST_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
  };
  await page.evaluate((updates) => churn(updates), UPDATES);
  const before = await threadTime();
  const updates = await page.evaluate((all) => churn(all), TIMES * UPDATES);
  const after = await threadTime();
  await session.detach();
  return { cpu: (after - before) / TIMES, updates: updates / TIMES };
}

const NAME = 'Bench';

/** Adds a profile for them, as a person does: the demo CRM's rules at the bench's address. */
async function readPagesOfTheBench(callmark: Callmark): Promise<void> {
  const file = join(import.meta.dirname, '../../lib/crm/profiles/demo-crm.json');
  const rules = JSON.parse(await readFile(file, 'utf8')) as object;
  const profile = { ...rules, id: 'bench', name: NAME, matches: [`http://127.0.0.1${WATCHED_PATH}*`] };
  await callmark.inExtension(async (data) => {
    const answer = await chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: 0, data });
    if (answer?.err) throw new Error(JSON.stringify(answer.err));
  }, profile);
}
