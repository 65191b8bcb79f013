/** What watching costs a busy page: Callmark against an empty observer of everything, and against none. */
import type { Page } from '@playwright/test';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { compared, interleaved, type Measure } from './measure.ts';
import { addProfiles, CRM, productWithMostRules } from './profiles.ts';
import { type Served, WATCHED_PATH } from './serve.ts';

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
export async function measureWatching(callmark: Callmark, served: Served): Promise<Measure[]> {
  const most = await productWithMostRules();
  await addProfiles(callmark, most.id);
  const page = await callmark.context.newPage();
  let call = 0;
  const withCall = (url: string) => churned(page, `${url}?call=B-${++call}`);
  const { plain, watched } = served;
  const taken = await interleaved(ROUNDS, {
    nobody: () => churned(page, plain),
    empty: () => churned(page, plain, () => observeNothing()),
    idle: () => churned(page, watched('demo')),
    open: () => withCall(watched('demo')),
    most: () => churned(page, watched(most.id)),
    titan: () => churned(page, watched('servicetitan')),
    one: () => withCall(watched('one')),
    ten: () => withCall(watched('ten')),
  });
  const shown = (await callmark.calls()).filter((c) => c.crm === CRM);
  if (shown.length !== call) throw new Error(`Callmark saw ${shown.length} calls on ${call} pages`);
  await page.close();
  const against = (name: string, what: Cost, reference: Cost, goal: number | null) => [
    compared(`${name}: page and drawing, CPU`, 'ms', what.cpu, reference.cpu, goal),
    compared(`${name}: the updates alone`, 'ms', what.updates, reference.updates, goal),
  ];
  const { nobody, empty, idle, open } = taken;
  return [
    ...against('Watching, no call shown ÷ empty observer', idle, empty, 1.25),
    ...against('Watching, one call shown ÷ empty observer', open, empty, 1.25),
    ...against(`All rules of ${most.name} (${most.rules}) ÷ empty observer`, taken.most, empty, 1.25),
    ...against('All rules of ServiceTitan ÷ empty observer', taken.titan, empty, 1.25),
    ...against('10 call rules ÷ 1, one call shown', taken.ten, taken.one, 1.1),
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
