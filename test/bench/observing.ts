/** How long an observation takes from the page's content script to the answer that says it is kept. */
import type { Page } from '@playwright/test';
import { serveDemo } from '../demo-crm/serve.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { absolute, compared, interleaved, type Measure } from './measure.ts';

const CALLS = 25;
const WAKES = 15;
const PUTS = 5;
/** Between two observations, ms: the badge and the overlay of the one before are done. */
const PAUSE_MS = 40;

/** Takes the measures of observing, with one call open in the CRM and a second watcher that sees call after call. */
export async function measureObserving(callmark: Callmark): Promise<Measure[]> {
  const demo = await serveDemo();
  try {
    const page = await callmark.open(demo.url);
    demo.act({ do: 'ring', from: '+15125550142' });
    await page.getByTestId('call-bubble').waitFor();
    return await observe(callmark, page);
  } finally {
    await demo.close();
  }
}

async function observe(callmark: Callmark, page: Page): Promise<Measure[]> {
  let seq = 0;
  const once = () => callmark.inContentScript(page, observed, { seq: ++seq, pause: PAUSE_MS });
  // One call through, so that all code that is needed ran once.
  for (let i = 0; i < STEPS; i++) await once();

  const { warm, put } = await interleaved(CALLS * STEPS, {
    warm: async () => ({ ms: await once() }),
    put: async () => ({ ms: await callmark.worker(putBare, PUTS) }),
  });
  const { cold } = await interleaved(WAKES, {
    cold: async () => {
      await callmark.killWorker();
      return { ms: await once() };
    },
  });
  const kept = (await callmark.calls()).filter((call) => call.facts.from === BENCH_NUMBER).length;
  if (kept !== Math.ceil(seq / STEPS)) throw new Error(`${seq} observations made ${kept} calls`);
  return [
    absolute('Observation → kept and answered, worker awake, p50', 'ms', warm.ms, 8),
    absolute('Observation → kept and answered, worker to be woken, p50', 'ms', cold.ms, 150),
    compared('Observation, worker awake ÷ bare strict IndexedDB put', 'ms', warm.ms, put.ms, 4),
  ];
}

/** Observations that make one call: it rings, is claimed, connects, ends. */
const STEPS = 4;
const BENCH_NUMBER = '+17375550177';

/** Runs in the content script's world: one observation, as the outbox sends it. @returns ms until its answer. */
async function observed({ seq, pause }: { seq: number; pause: number }): Promise<number> {
  const nth = Math.floor((seq - 1) / 4);
  const step = (seq - 1) % 4;
  const at = Math.floor(performance.timeOrigin + performance.now());
  const state = ['ringing', 'ringing', 'connected', 'ended'][step];
  const call = {
    ...{ screenId: `id:bench-${nth}`, id: `bench-${nth}`, from: '+17375550177', name: 'Maria Lopez' },
    ...{ state, direction: 'inbound', since: at - 50 * step, stateSince: at },
  };
  const seen =
    step === 1 ? { kind: 'gesture', is: 'claim', at, call } : { kind: 'reading', at, calls: [call] };
  const data = { watcher: 'bench-watcher', seq, profile: 'demo-crm', seen };
  await new Promise((resolve) => setTimeout(resolve, pause));
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ id: seq, type: 'observe', timestamp: at, data });
  const ms = performance.now() - start;
  if (answer?.res?.ack !== seq) throw new Error(`not kept: ${JSON.stringify(answer)}`);
  return ms;
}

/** Runs in the worker: puts of one small row, each in a strict transaction of its own. @returns ms of one. */
async function putBare(times: number): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench');
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const put = (id: number) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ id, from: '+17375550177', at: 1, state: 'ringing' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  await put(0);
  const start = performance.now();
  for (let i = 1; i <= times; i++) await put(i);
  const ms = (performance.now() - start) / times;
  database.close();
  return ms;
}
