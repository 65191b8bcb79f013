/** How long an observation takes from the page's content script to the answer that says it is kept. */
import { serveDemo } from '../demo-crm/serve.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { absolute, compared, interleaved, type Measure, median } from './measure.ts';

const CALLS = 25;
const WAKES = 15;
const ROUNDS_LATE = 7;
/** Between two observations, ms: the badge and the overlay of the one before are done. */
const PAUSE_MS = 40;

/** A watcher of the bench's own in a page of the demo CRM that shows a call; it sees call after call. */
export interface Watcher {
  /** A whole call, from ringing to its end. @returns of each observation, ms until its answer. */
  call(): Promise<number[]>;
  /** The worker is stopped, then one observation wakes it. @returns ms until its answer. */
  wake(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the page and takes one call through, so that all code that is needed ran. */
export async function openWatcher(callmark: Callmark): Promise<Watcher> {
  const demo = await serveDemo();
  const page = await callmark.open(demo.url);
  demo.act({ do: 'ring', from: '+15125550142' });
  await page.getByTestId('call-bubble').waitFor();
  let seq = 0;
  const observe = (count: number, pause: number) => {
    const from = seq + 1;
    seq += count;
    return callmark.inContentScript(page, observed, { from, count, pause });
  };
  await observe(STEPS, PAUSE_MS);
  return {
    call: () => observe(STEPS, PAUSE_MS),
    async wake() {
      await callmark.killWorker();
      return median(await observe(1, 0));
    },
    async close() {
      const kept = (await callmark.calls()).filter((call) =>
        call.facts.from?.startsWith(BENCH_NUMBERS),
      ).length;
      await page.close();
      await demo.close();
      if (kept !== Math.ceil(seq / STEPS)) throw new Error(`${seq} observations made ${kept} calls`);
    },
  };
}

/** Takes the measures of observing, in the state of a shift's begin. */
export async function measureObserving(callmark: Callmark, watcher: Watcher): Promise<Measure[]> {
  const { warm, put } = await interleaved(CALLS, {
    warm: async () => ({ ms: await watcher.call() }),
    put: async () => ({ ms: await callmark.worker(putBare, { times: STEPS, pause: PAUSE_MS }) }),
  });
  const { cold } = await interleaved(WAKES, { cold: async () => ({ ms: await watcher.wake() }) });
  return [
    absolute('Observation → kept and answered, worker awake, p50', 'ms', warm.ms, 8),
    compared('Observation, worker awake ÷ bare strict IndexedDB put', 'ms', warm.ms, put.ms, 4),
    absolute('Observation → kept and answered, worker to be woken, p50', 'ms', cold.ms, 150),
  ];
}

/** Takes what depends on how much is kept, once a day of calls is. For information. */
export async function measureObservingLate(watcher: Watcher): Promise<Measure[]> {
  // So that the first observation after the restoring is not one of those that count.
  await watcher.call();
  const { warm } = await interleaved(ROUNDS_LATE, { warm: async () => ({ ms: await watcher.call() }) });
  const { cold } = await interleaved(ROUNDS_LATE, { cold: async () => ({ ms: await watcher.wake() }) });
  return [
    absolute('The same, awake, after 1,000 calls on the day', 'ms', warm.ms, null),
    absolute('The same, to be woken, after 1,000 calls on the day', 'ms', cold.ms, null),
  ];
}

/** Observations that make one call: it rings, is claimed, connects, ends. */
const STEPS = 4;
/** All callers of the bench begin so; each calls once. */
const BENCH_NUMBERS = '+1737555';

/** Runs in the content script's world: observations as the outbox sends them. @returns of each, ms until its answer. */
async function observed(given: { from: number; count: number; pause: number }): Promise<number[]> {
  const taken: number[] = [];
  for (let seq = given.from; seq < given.from + given.count; seq++) {
    const nth = Math.floor((seq - 1) / 4);
    const step = (seq - 1) % 4;
    const at = Math.floor(performance.timeOrigin + performance.now());
    const call = {
      screenId: `id:bench-${nth}`,
      id: `bench-${nth}`,
      from: `+1737555${1000 + nth}`,
      name: 'Maria Lopez',
      state: ['ringing', 'ringing', 'connected', 'ended'][step],
      direction: 'inbound',
      since: at - 50 * step,
      stateSince: at,
    };
    const seen =
      step === 1 ? { kind: 'gesture', is: 'claim', at, call } : { kind: 'reading', at, calls: [call] };
    const data = { watcher: 'bench-watcher', seq, profile: 'demo-crm', seen };
    await new Promise((resolve) => setTimeout(resolve, given.pause));
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage({ id: seq, type: 'observe', timestamp: at, data });
    taken.push(performance.now() - start);
    if (answer?.res?.ack !== seq) throw new Error(`not kept: ${JSON.stringify(answer)}`);
  }
  return taken;
}

/** Runs in the worker: puts of one small row, each in a strict transaction of its own. @returns the ms of each. */
async function putBare({ times, pause }: { times: number; pause: number }): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench');
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const taken: number[] = [];
  for (let id = 0; id < times; id++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ id, from: '+17375550177', at: 1, state: 'ringing' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    taken.push(performance.now() - start);
  }
  database.close();
  return taken;
}
