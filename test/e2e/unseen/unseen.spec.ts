/**
 * Call screens that were made without the reader in mind, each read by a profile that was written after the page
 * alone: what was kept is compared with what the page itself says truly happened.
 */
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import { type Demo, serveDemo } from '../../demo-crm/serve.ts';
import { setThreshold } from '../desk.ts';
import { Callmark } from '../harness/callmark.ts';
import { loadProfiles } from '../harness/profiles.ts';
import { expect } from '../harness/test.ts';
import { SCREENS, type Screen } from './screens.ts';

/** The outside world of a page: those who call, and what truly happened. */
interface Caller {
  log: {
    what: 'rang' | 'answered' | 'declined' | 'ended' | 'booked';
    handle: string;
    at: number;
    job?: string;
  }[];
  ring(number: string): string;
  giveUp(handle: string): void;
  hangUp(handle: string): void;
}

declare global {
  var caller: Caller;
}

/** All that was served to this worker's tests: closed at the end, so that no test gets a port that one before had. */
const served: Demo[] = [];

const test = base.extend<{ origin: string }, { callmark: Callmark }>({
  callmark: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
    async ({}, use) => {
      const callmark = new Callmark();
      try {
        await callmark.start();
        await callmark.grant('http://127.0.0.1/*');
        await loadProfiles(callmark, join(import.meta.dirname, '../../pages/unseen'));
        await setThreshold(callmark, 1);
        // Left by the CSR where the pages have nothing to click: their folded phones are at the bottom right.
        const left = { corner: 'bottom-left', dx: 20, dy: 20, collapsed: false };
        const places = { fieldmere: left, 'pelican-row': left };
        await callmark.inExtension((all) => chrome.storage.local.set({ places: all }), places);
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
});

for (const screen of SCREENS) {
  test.describe(screen.name, () => {
    const { written, other } = screen;

    test('not answered, declined, short: each for its cause, at its time', async ({ callmark, origin }) => {
      const desk = await open(callmark, origin, screen);
      const missed = await desk.ring(written);
      await desk.kept({ facts: { from: written }, endedAt: null });
      await desk.page.evaluate((h) => caller.giveUp(h), missed);
      await desk.kept({ classification: 'abandoned', cause: 'not-answered' });

      await desk.ring(other);
      await desk.kept({}, { facts: { from: other }, endedAt: null });
      await screen.decline(desk.page).click();
      await desk.kept({}, { classification: 'abandoned', cause: 'rejected' });

      await desk.ring(written);
      await desk.kept({}, {}, { facts: { from: written }, endedAt: null });
      await screen.answer(desk.page).click();
      await screen.hangUp(desk.page).click();
      const calls = await desk.kept({}, {}, { classification: 'excused' });
      await desk.agrees(calls);
    });

    test('talked on with a pause, folded away where it can be: one call, unbooked, not a moment longer', async ({
      callmark,
      origin,
    }) => {
      const desk = await open(callmark, origin, screen);
      const handle = await desk.ring(written);
      await desk.kept({ facts: { from: written } });
      await screen.answer(desk.page).click();
      await desk.kept({ answeredAt: expect.any(Number) });
      await screen.hold(desk.page).click();
      await desk.kept({ onHold: true });
      for (const control of screen.fold?.(desk.page) ?? []) await control.click();
      await screen.resume(desk.page).click();
      await desk.kept({ onHold: false });
      await desk.talks(handle);
      await desk.page.evaluate((h) => caller.hangUp(h), handle);
      await desk.agrees(await desk.kept({ classification: 'unbooked', end: 'seen' }));
    });

    test('with a job it is booked, once; the same number again is a second call', async ({
      callmark,
      origin,
    }) => {
      const desk = await open(callmark, origin, screen);
      const handle = await desk.ring(written);
      await desk.kept({ facts: { from: written } });
      await screen.answer(desk.page).click();
      await screen.book(desk.page);
      await desk.kept({ facts: { job: await desk.job() } });
      await desk.talks(handle);
      await screen.hangUp(desk.page).click();
      await desk.kept({ classification: 'booked' });
      const again = await desk.ring(written);
      await desk.kept({}, { facts: { from: written }, endedAt: null });
      await desk.page.evaluate((h) => caller.giveUp(h), again);
      const calls = await desk.kept({ classification: 'booked' }, { classification: 'abandoned' });
      expect(calls.map(({ events }) => events.filter((e) => e.type === 'booked').length)).toEqual([1, 0]);
      await desk.agrees(calls);
    });

    test('a second call that is taken while the first goes on: two calls, each with its own times', async ({
      callmark,
      origin,
    }) => {
      const desk = await open(callmark, origin, screen);
      const first = await desk.ring(written);
      await desk.kept({ facts: { from: written } });
      await screen.answer(desk.page).click();
      await desk.kept({ answeredAt: expect.any(Number) });
      const second = await desk.ring(other);
      await desk.kept({}, { facts: { from: other } });
      await screen.answer(desk.page).click();
      await desk.kept({ onHold: true }, { answeredAt: expect.any(Number) });
      await desk.talks(second);
      await desk.page.evaluate((h) => caller.hangUp(h), second);
      await desk.kept({ endedAt: null }, { classification: 'unbooked' });
      await desk.page.evaluate((h) => caller.hangUp(h), first);
      await desk.agrees(await desk.kept({ classification: 'unbooked' }, { classification: 'unbooked' }));
    });
  });
}

/** The pages draw what happened up to half a second later, and let ended calls linger for 8 to 20 s. */
const NOTICED_MS = 2_000;

/** What a kept call is expected to have in it. */
type Expected = { [K in keyof Call]?: unknown };

/** A page that is read, and those who call. */
async function open(callmark: Callmark, origin: string, screen: Screen) {
  const page = await callmark.open(`${origin}/pages/unseen/${screen.name}.html`);
  await page.locator('callmark-overlay').waitFor({ state: 'attached' });
  const calls = async () => (await callmark.calls()).filter((call) => call.origin === origin);

  return {
    page,
    ring: (number: string) => page.evaluate((n) => caller.ring(n), number),

    /** Waits until exactly these calls are kept, by start, and gives them. */
    async kept(...expected: Expected[]): Promise<Call[]> {
      const parts = async () =>
        (await calls()).map((call, i) =>
          Object.fromEntries(Object.keys(expected[i] ?? {}).map((k) => [k, call[k as keyof Call]])),
        );
      await expect
        .poll(parts, { message: 'the calls that are kept', intervals: [100] })
        .toMatchObject(expected);
      return calls();
    },

    /** Waits until the call has been talked on for well over the threshold, by the page's own clock. */
    async talks(handle: string): Promise<void> {
      await page.waitForFunction((h) => {
        const answered = caller.log.find((n) => n.handle === h && n.what === 'answered');
        return answered !== undefined && Date.now() - answered.at > 1_500;
      }, handle);
    },

    /** The job that was booked last. */
    job: () =>
      page
        .waitForFunction(() => caller.log.findLast((n) => n.what === 'booked')?.job)
        .then((found) => found.jsonValue()),

    /** Each call began, was answered and ended when the page says that it did. */
    async agrees(kept: readonly Call[]): Promise<void> {
      const log = await page.evaluate(() => caller.log);
      const truth = log
        .filter((n) => n.what === 'rang')
        .map((rang) => ({ rang, of: log.filter((n) => n.handle === rang.handle) }));
      expect(kept).toHaveLength(truth.length);
      for (const [i, { rang, of }] of truth.entries()) {
        const [call] = kept.slice(i);
        const answered = of.find((n) => n.what === 'answered')?.at ?? null;
        const ended = of.find((n) => n.what === 'ended' || n.what === 'declined')?.at ?? Number.NaN;
        const near = (at: number | null | undefined, truly: number) =>
          Math.abs((at ?? Number.NaN) - truly) < NOTICED_MS;
        expect({ i, rang: near(call?.startedAt, rang.at), ended: near(call?.endedAt, ended) }).toEqual({
          i,
          rang: true,
          ended: true,
        });
        expect(answered === null ? call?.answeredAt : near(call?.answeredAt, answered)).toBe(
          answered === null ? null : true,
        );
      }
    },
  };
}
