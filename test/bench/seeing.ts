/** How long it takes from a call's change in the page until the observation of it is sent, by the page's own clock. */
import { expect } from '@playwright/test';
import type { Seen } from '../../lib/calls/seen.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { Cdp } from '../e2e/harness/cdp.ts';
import { absolute, type Measure, quantile } from './measure.ts';
import type { Served } from './serve.ts';

/** Calls that are shown; each rings, connects, ends. */
const CALLS = 40;
const CALLS_HIDDEN = 15;
const STATES = ['ringing', 'connected', 'ended'] as const;
/** Between two changes, ms: no flood, and never the same moment of whatever has a beat. */
const GAP_MS = 560;
/** The same in a hidden tab, where a state that lasts less than the browser's beat of a second may go by unseen. */
const GAP_HIDDEN_MS = 1_300;
const STEP_MS = 13;
/** Unrelated updates, a second. */
const NOISE = 200;

declare global {
  /** Of the page, `churn/churn.js`. */
  function show(id: string, state: string): number;
  function makeNoise(perSecond: number): void;
  /** In the content script's world. */
  var sent: [at: number, seen: Seen][];
}

/** A page of which both worlds can be asked. */
interface Both {
  page<R>(expression: string): Promise<R>;
  listen(): Promise<unknown>;
  told(): Promise<typeof globalThis.sent>;
}

/** Takes the measures; the bench's profiles must be there. Ends the browser. */
export async function measureSeeing(callmark: Callmark, served: Served): Promise<Measure[]> {
  const url = `${served.watched('demo')}?rows=300`;
  const quiet = await inFront(callmark, url, 0);
  const noisy = await inFront(callmark, url, NOISE);
  const hidden = await behind(callmark, url);
  const name = 'A call changes → the observation is sent';
  return [
    absolute(`${name}, p50`, 'ms', quantile(quiet, 0.5), 5),
    absolute(`${name}, p99`, 'ms', quantile(quiet, 0.99), 50),
    absolute(`${name}, ${NOISE} updates a second, p50`, 'ms', quantile(noisy, 0.5), 5),
    absolute(`${name}, ${NOISE} updates a second, p99`, 'ms', quantile(noisy, 0.99), 50),
    absolute(`${name}, in a hidden tab, longest`, 'ms', quantile(hidden, 1), 1000),
  ];
}

async function inFront(callmark: Callmark, url: string, noise: number): Promise<number[]> {
  const page = await callmark.open(url);
  await page.bringToFront();
  await page.locator('callmark-overlay').waitFor({ state: 'attached' });
  const both: Both = {
    page: (expression) => page.evaluate(expression),
    listen: () => callmark.inContentScript(page, listen),
    told: () => callmark.inContentScript(page, () => globalThis.sent),
  };
  if (noise) await page.evaluate((perSecond) => makeNoise(perSecond), noise);
  const taken = await measured(both, CALLS, GAP_MS);
  await page.close();
  return taken;
}

/** By bare DevTools: Playwright keeps every page that it is attached to awake and visible. */
async function behind(callmark: Callmark, url: string): Promise<number[]> {
  await callmark.restart();
  await callmark.kill();
  const browser = await callmark.startBare(url);
  try {
    const whole = await Cdp.connect(browser.devtools);
    const tab = await Cdp.connect(browser.devtools);
    await tab.attachTo(url);
    let context: unknown;
    tab.on('Runtime.executionContextCreated', ({ context: c }) => {
      const { id, origin } = c as { id: number; origin: string };
      if (origin === `chrome-extension://${callmark.extensionId}`) context = id;
    });
    await tab.send('Runtime.enable');
    const evaluate = async (params: object) => {
      const { result } = await tab.send('Runtime.evaluate', { returnByValue: true, ...params });
      return (result as { value: never }).value;
    };
    const both: Both = {
      page: (expression) => evaluate({ expression }),
      listen: () => evaluate({ expression: `(${listen})()`, contextId: context }),
      told: () => evaluate({ expression: 'sent', contextId: context }),
    };
    await expect.poll(() => both.page('document.querySelector("callmark-overlay") !== null')).toBe(true);
    await both.page(`makeNoise(${NOISE})`);
    await whole.send('Target.createTarget', { url: 'about:blank' });
    await expect.poll(() => both.page('document.hidden')).toBe(true);
    return await measured(both, CALLS_HIDDEN, GAP_HIDDEN_MS);
  } finally {
    await browser.kill();
  }
}

/** @returns of each change, ms until an observation that has it in it is given to the browser. */
async function measured({ page, listen, told }: Both, calls: number, gap: number): Promise<number[]> {
  await listen();
  const start = Date.now();
  const changes: { id: string; state: string; at: number }[] = [];
  for (let i = 0; i < calls * STATES.length; i++) {
    const id = `S-${start}-${Math.floor(i / STATES.length)}`;
    const state = STATES[i % STATES.length] ?? '';
    const at = await page<number>(`show(${JSON.stringify(id)}, ${JSON.stringify(state)})`);
    changes.push({ id, state, at });
    await new Promise((resolve) => setTimeout(resolve, gap + STEP_MS * (i % 8)));
  }
  const missing = () => changes.filter((change) => toldAt(change, sentOf) === null).length;
  let sentOf = await told();
  await expect
    .poll(async () => {
      sentOf = await told();
      return missing();
    })
    .toBe(0);
  return changes.map((change) => (toldAt(change, sentOf) ?? Number.NaN) - change.at);
}

/** When a change was first told of, epoch ms. */
function toldAt(change: { id: string; state: string }, sent: typeof globalThis.sent): number | null {
  const first = sent.find(
    ([, seen]) =>
      seen.kind === 'reading' && seen.calls.some((c) => c.id === change.id && c.state === change.state),
  );
  return first?.[0] ?? null;
}

/** Runs in the content script's world: keeps what is sent from here on, and when, by the clock that the page has too. */
function listen(): void {
  const { runtime } = chrome;
  const send = runtime.sendMessage as (...given: unknown[]) => Promise<unknown>;
  globalThis.sent = [];
  const noted = (...given: unknown[]) => {
    const at = performance.timeOrigin + performance.now();
    const [message] = given as [{ type?: string; data?: { seen: Seen } }];
    if (message?.type === 'observe' && message.data) globalThis.sent.push([at, message.data.seen]);
    return send.apply(runtime, given);
  };
  runtime.sendMessage = noted as typeof runtime.sendMessage;
}
