/**
 * The browser's own permission prompt, answered by keys as a person does, from the real popup over a page that is not
 * known yet. It needs a screen (Xvfb) and a keyboard (xdotool); `npm test` gets them where it can.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Callmark } from '../harness/callmark.ts';
import { Display, difference, hasDisplay, type Picture } from '../harness/display.ts';
import { panelOf } from '../harness/live.ts';
import { test as base, expect, overlay } from '../harness/test.ts';
import { send } from './steps.ts';

/** Pixels that a prompt covers at least; a caret or a mark in the toolbar is far less. */
const PROMPT = 15_000;

const test = base.extend<{ display: Display }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
  display: async ({}, use) => {
    const display = await Display.start();
    await use(display);
    await display.close();
  },
  callmark: async ({ display }, use) => {
    const callmark = new Callmark({ window: true, display: display.name });
    try {
      await callmark.start();
      await use(callmark);
    } finally {
      await callmark.close();
    }
  },
});

/** A person at that screen, with a page before them. */
function person(callmark: Callmark, display: Display) {
  const inPopup = (expression: string) => callmark.inOpenPopup(expression);
  return {
    /** Opens the popup over the page by its key; gives what it says of the page. */
    async openPopup(page: Page): Promise<string> {
      await page.bringToFront();
      const says = async () => (await inPopup('document.querySelector(".site")?.innerText')) ?? '';
      await expect
        .poll(async () => {
          if ((await inPopup('true')) === null) display.press('alt+shift+m');
          return says();
        })
        .toMatch(/\n/);
      return String(await says());
    },
    /** Goes to the button of this name by the Tab key and presses Return. */
    async press(name: string): Promise<void> {
      const focused = () => inPopup('document.activeElement?.textContent');
      await expect
        .poll(async () => {
          if ((await focused()) === name) return name;
          display.press('Tab');
          return focused();
        })
        .toBe(name);
      display.press('Return');
    },
    /** Answers the prompt that comes up over the page, which looked like `before` without it. */
    async answer(before: Picture, allow: boolean): Promise<void> {
      const shown = () => difference(before, display.look()) > PROMPT;
      await expect.poll(shown, { message: 'the prompt is there' }).toBe(true);
      // Its Allow takes neither focus nor click in the first half second, and shows it by its colour.
      const prompt = await still(display);
      if (!allow) display.press('Escape');
      else {
        display.press('Tab');
        await expect
          .poll(() => difference(prompt, display.look()), { message: 'Allow has the focus' })
          .toBeGreaterThan(0);
        display.press('Return');
      }
      const gone = () => difference(prompt, display.look()) > PROMPT;
      await expect.poll(gone, { message: 'the prompt is answered' }).toBe(true);
    },
  };
}

/** What the screen shows once it has not changed for a second. */
async function still(display: Display): Promise<Picture> {
  let last = display.look();
  let times = 0;
  const same = () => {
    const now = display.look();
    times = difference(last, now) === 0 ? times + 1 : 0;
    last = now;
    return times;
  };
  await expect.poll(same, { message: 'the screen is still', intervals: [200] }).toBeGreaterThanOrEqual(5);
  return last;
}

/** Everything that is kept of a site. */
const keptOf = (callmark: Callmark) =>
  callmark.worker(async () => {
    const { sites = {} } = await chrome.storage.local.get('sites');
    const { origins } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return { sites, origins, scripts: scripts.flatMap(({ matches }) => matches ?? []) };
  });

const FRONT_DESK = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../pages/front-desk.profile.json'), 'utf8'),
);

/** Registered only where it can run: a test that is skipped would pass without having shown anything. */
function testOnScreen(): void {
  test('a page of a known product: refused, nothing is kept; allowed, it is read at once; stopped, all of it goes', async ({
    callmark,
    display,
    demo,
  }) => {
    // Nothing in its address tells what it is: only the page itself does.
    const profile = { ...FRONT_DESK, matches: ['https://desk.example/*'], fits: { has: '#lines' } };
    await send(callmark, 'saveProfile', profile);
    const page = await callmark.open(`${demo.origin}/pages/front-desk.html`);
    await page.evaluate(() => (globalThis as unknown as { ring(n: string): void }).ring('(512) 555-0142'));
    await page.bringToFront();
    const before = display.look();
    const { openPopup, press, answer } = person(callmark, display);
    const nothing = { sites: {}, origins: [], scripts: [] };

    expect(await openPopup(page)).toContain(`Off on ${new URL(demo.origin).host}`);
    await press('Use Callmark on this site (Front desk)');
    await answer(before, false);
    expect(await keptOf(callmark)).toEqual(nothing);
    expect(await page.locator('callmark-overlay').count()).toBe(0);

    await openPopup(page);
    await press('Use Callmark on this site (Front desk)');
    await answer(before, true);
    await overlay(page).waitFor(/Ringing.*\(512\) 555-0142/s);
    const site = `${demo.origin}/*`;
    expect(await keptOf(callmark)).toEqual({
      sites: { 'front-desk': [site] },
      origins: [site],
      scripts: [site],
    });

    // Switched off and wanted again: what is allowed already is not asked for again.
    await send(callmark, 'switchCrm', { profile: 'front-desk', on: false });
    expect(await openPopup(page)).toContain(`Off on ${new URL(demo.origin).host}`);
    await press('Use Callmark on this site (Front desk)');
    await expect
      .poll(() => callmark.inOpenPopup('document.querySelector(".site")?.innerText'))
      .toContain('On for Front desk');
    await overlay(page).waitFor(/Ringing/);

    await press('Stop using it here');
    await expect.poll(() => keptOf(callmark)).toEqual(nothing);
    await expect.poll(() => page.locator('callmark-overlay').count()).toBe(0);
    expect(await callmark.calls()).toHaveLength(1);
  });

  test('a page of no known product: a new profile is begun over it once its site is allowed', async ({
    callmark,
    display,
    demo,
  }) => {
    const page = await callmark.open(`${demo.origin}/pages/front-desk.html`);
    await page.bringToFront();
    const before = display.look();
    const { openPopup, press, answer } = person(callmark, display);
    expect(await openPopup(page)).toContain("Callmark doesn't know this page yet");
    await press('Start a new profile');
    await answer(before, true);
    await expect.poll(() => panelOf(page) !== null, { message: 'the live view is open' }).toBe(true);
    expect(await keptOf(callmark)).toMatchObject({ sites: {}, origins: [`${demo.origin}/*`] });
  });
}

// Where it cannot, `npm test` says so.
if (hasDisplay()) testOnScreen();
