/** A day of 1,000 calls in the extension, put there by itself as after the loss of a database: from its journal. */
import { expect } from '@playwright/test';
import type { CallEvent } from '../../lib/calls/call.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';

const CALLS = 1_000;
const ORIGIN = 'https://crm.bench.example';
/** As shipped. */
const RULES = {
  thresholdMs: 60_000,
  wrapUpMs: 120_000,
  bookedUnderThreshold: 'excused',
  reasonsSetUp: false,
} as const;

/** Writes the journal of a day and has the extension find it; resolves once all its calls are kept. */
export async function keepDayOfCalls(callmark: Callmark): Promise<void> {
  const now = Date.now();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const entries = Array.from({ length: CALLS }, (_, i) => {
    const id = `bench-day-${i}`;
    const events = eventsOf(i, Math.floor(midnight + ((now - midnight) * i) / CALLS));
    // One entry for each event, as observation by observation would have made them.
    return events.map((event) => {
      const change = { calls: [{ id, origin: ORIGIN, crm: 'A day', events: [event] }], bookings: [] };
      return [`journal:${event.id}`, change] as const;
    });
  }).flat();
  await callmark.inExtension((all) => chrome.storage.local.set(Object.fromEntries(all)), entries);
  // Each life of the worker begins by comparing the journal with the database.
  await callmark.killWorker();
  await (await callmark.open('about:blank')).close();
  const kept = async () => (await callmark.calls()).filter((call) => call.origin === ORIGIN).length;
  await expect.poll(kept, { message: 'the day is kept', timeout: 60_000 }).toBe(CALLS);
}

/** Of five calls that start at `at` (epoch ms) one is abandoned, one excused, one booked, two end without a job. */
function eventsOf(i: number, at: number): CallEvent[] {
  const id = (n: number) => `bench-day-${i}:${n}`;
  const facts = { from: `+1512555${1000 + i}`, name: 'Maria Lopez', campaign: 'Spring tune-up' };
  const rang: CallEvent = { id: id(0), at, type: 'rang', signals: ['claim'], facts };
  const claimed: CallEvent = { id: id(1), at: at + 5_000, type: 'claimed', csr: 'Dana Ruiz' };
  const booked: CallEvent = { id: id(2), at: at + 70_000, type: 'booked', job: `${i}` };
  const ended: CallEvent = { id: id(3), at: at + 100_000, type: 'ended', rules: RULES };
  switch (i % 5) {
    case 0:
      return [rang, ended];
    case 1:
      return [rang, claimed, { ...ended, at: at + 20_000 }];
    case 2:
      return [rang, claimed, booked, ended];
    default:
      return [rang, claimed, ended];
  }
}
