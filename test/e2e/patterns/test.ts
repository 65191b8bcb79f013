/**
 * The `test` of the pattern pages: one Chromium with Callmark for all tests of a worker, all profiles of
 * `test/pages/patterns/` loaded, a threshold of 1 s; for each test an origin of its own and the page at it.
 */
import { join } from 'node:path';
import { test as base, type FrameLocator, type Page } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import { type Demo, serveDemo } from '../../demo-crm/serve.ts';
import { setThreshold } from '../desk.ts';
import { Callmark } from '../harness/callmark.ts';
import { loadProfiles } from '../harness/profiles.ts';
import { expect } from '../harness/test.ts';

export { expect };

/** All that was served to this worker's tests: closed at the end, so that no test gets a port that one before had. */
const served: Demo[] = [];

const FOLDER = join(import.meta.dirname, '../../pages/patterns');

/** What a kept call is expected to have in it; of objects a part is enough. */
export type Expected = { [K in keyof Call]?: unknown };

/** A line of the page's own log, `page.js`. */
interface Note {
  what: string;
  number: string;
  from: number;
  until: number;
}

interface Fixtures {
  /** `http://127.0.0.1:PORT`, of this test alone: no call of another test is known there. */
  origin: string;
  /** Opens a pattern's page: `shown.html?by=class`. */
  open: (page: string) => Promise<Desk>;
}

export const test = base.extend<Fixtures, { callmark: Callmark }>({
  callmark: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
    async ({}, use) => {
      const callmark = new Callmark();
      try {
        await callmark.start();
        await callmark.grant('http://127.0.0.1/*', 'http://localhost/*');
        await loadProfiles(callmark, FOLDER);
        await setThreshold(callmark, 1);
        await use(callmark);
      } finally {
        await callmark.close();
        for (const demo of served.splice(0)) await demo.close();
      }
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  origin: async ({}, use) => {
    const demo = await serveDemo();
    served.push(demo);
    await use(demo.origin);
  },
  open: async ({ callmark, origin }, use) => {
    const pages: Page[] = [];
    await use(async (address) => {
      const page = await callmark.open(`${origin}/pages/patterns/${address}`);
      pages.push(page);
      await page.locator('callmark-overlay').waitFor({ state: 'attached' });
      return new Desk(callmark, page);
    });
    for (const page of pages) await page.close();
  },
});

/** A page of calls, and those who call: everything here is a real click. */
export class Desk {
  readonly callmark: Callmark;
  readonly page: Page;
  /** Where the telephone is: the page, or a frame of it. */
  readonly phone: Page | FrameLocator;

  constructor(callmark: Callmark, page: Page, phone: Page | FrameLocator = page) {
    this.callmark = callmark;
    this.page = page;
    this.phone = phone;
  }

  /** Somebody calls. */
  async ring(number: string): Promise<void> {
    await this.phone.getByLabel('Number').fill(number);
    await this.outside().getByRole('button', { name: 'Ring' }).click();
  }

  /** The caller hangs up. */
  async hangsUp(number: string): Promise<void> {
    await this.row(number).getByRole('button', { name: 'Hangs up' }).click();
  }

  /** The call is answered on a desk phone. */
  async isAnsweredElsewhere(number: string): Promise<void> {
    await this.row(number).getByRole('button', { name: 'Is answered elsewhere' }).click();
  }

  /** Waits until the caller has been talked to for well over the threshold, by the page's own clock. */
  async talk(number: string): Promise<void> {
    await expect(this.row(number).locator('output')).toHaveText(/^talks ([2-9]|\d\d) s$/);
  }

  /** Waits until it rang for a second, so that what was read of it stands. */
  async ringsOn(number: string): Promise<void> {
    await expect(this.row(number).locator('output')).toHaveText(/^rings [1-9]/);
  }

  /** The CSR clicks, in the pattern's own part of the page. */
  async click(selector: string, number?: string): Promise<void> {
    const box = number ? this.phone.locator('main .call', { hasText: number }) : this.phone.locator('body');
    await box.locator(selector).click();
  }

  /** Waits until exactly these calls are kept of the page's origins, by start, and gives them. */
  async kept(...expected: Expected[]): Promise<Call[]> {
    const parts = async () =>
      (await this.calls()).map((call, i) => {
        const keys = Object.keys(expected[i] ?? { facts: {}, classification: null }) as (keyof Call)[];
        return Object.fromEntries(keys.map((key) => [key, call[key]]));
      });
    await expect
      .poll(parts, { message: 'the calls that are kept', intervals: [100, 200] })
      .toMatchObject(expected);
    return this.calls();
  }

  /**
   * The last moment of this kind that the page noted for the number, whole epoch ms: it came not before `from`, and
   * every observer was told of it by `until`.
   */
  async noted(what: string, number: string): Promise<{ from: number; until: number }> {
    const found = await this.phone.locator('body').evaluate(
      (_, [kind, of]) => {
        const { log } = globalThis as unknown as { log: Note[] };
        return log.findLast((n) => n.what === kind && n.number === of);
      },
      [what, number],
    );
    if (!found) throw new Error(`${number} was never ${what}`);
    return { from: Math.floor(found.from), until: Math.floor(found.until) };
  }

  /** Jobs that were booked here while no call could be meant, by time. */
  async unmatched(): Promise<(string | null)[]> {
    const { origin } = new URL(this.page.url());
    const kept = await this.callmark.inExtension(keptBookings);
    return kept.filter((b) => b.origin === origin).map(({ job }) => job);
  }

  /** All calls that are kept of this test's origins, by start. */
  private async calls(): Promise<Call[]> {
    const { port } = new URL(this.page.url());
    return (await this.callmark.calls()).filter((call) => call.origin.endsWith(`:${port}`));
  }

  private outside() {
    return this.phone.getByRole('region', { name: 'Outside' });
  }

  private row(number: string) {
    return this.outside().getByRole('listitem').filter({ hasText: number }).last();
  }
}

/** Runs in the browser: all unmatched bookings, read past the extension. */
function keptBookings(): Promise<{ origin: string; job: string | null; at: number }[]> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('callmark');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const all = open.result.transaction('bookings').objectStore('bookings').index('at').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        open.result.close();
        resolve(all.result);
      };
    };
  });
}

/** Nobody answered it. */
export function abandoned(from: string, more: Expected = {}): Expected {
  const course = { classification: 'abandoned', cause: 'not-answered', answeredAt: null, end: 'seen' };
  return { ...course, facts: { from }, direction: 'inbound', ...more };
}

/** Answered, talked on for longer than the threshold, over, without a job. */
export function unbooked(from: string, more: Expected = {}): Expected {
  const course = { classification: 'unbooked', cause: null, answeredAt: expect.any(Number), end: 'seen' };
  return { ...course, facts: { from }, direction: 'inbound', ...more };
}
