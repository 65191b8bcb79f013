/** The live view over a page. Its panel is a frame in a closed shadow root; Playwright knows the frame all the same. */
import { expect, type Frame, type Page } from '@playwright/test';
import type { Callmark } from './callmark.ts';
import { inShadow } from './overlay.ts';

/** Opens the live view in the tab that shows `page`, as popup and options do; `null` = a new profile. Gives its panel. */
export async function openLive(callmark: Callmark, page: Page, profile: string | null): Promise<Frame> {
  await askForLive(callmark, page, profile);
  await expect.poll(() => panelOf(page) !== null, { message: 'the panel is there' }).toBe(true);
  const panel = panelOf(page);
  if (!panel) throw new Error('the panel went at once');
  return panel;
}

/** Only asks; throws with what a person would be told. */
export async function askForLive(callmark: Callmark, page: Page, profile: string | null): Promise<void> {
  const answer = await callmark.inExtension(
    async ({ url, id }) => {
      // The address of a page that is not allowed is not told.
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === url) ?? tabs.find((one) => one.url === undefined);
      const data = { tab: tab?.id, profile: id };
      return chrome.runtime.sendMessage({ id: 1, type: 'openLive', timestamp: Date.now(), data });
    },
    { url: page.url(), id: profile },
  );
  if (answer?.err) throw new Error(answer.err.message);
}

/** The panel's frame; `null` while the live view is not open. */
export function panelOf(page: Page): Frame | null {
  return page.frames().find((frame) => frame !== page.mainFrame() && frame.url() === 'about:blank') ?? null;
}

/** A line round an element of the page, in CSS px of the window. */
export interface Line {
  kind: string;
  label: string;
  x: number;
  y: number;
  width: number;
}

/** The lines that the live view draws over the page now. */
export async function outlines(page: Page): Promise<Line[]> {
  const drawn = await inShadow(page, 'CALLMARK-LIVE', function (this: ShadowRoot) {
    return [...this.querySelectorAll('.outline')].map((line) => {
      const { x, y, width } = line.getBoundingClientRect();
      const kind = line.className.replace('outline ', '');
      return { kind, label: line.textContent ?? '', x, y, width };
    });
  });
  return drawn ?? [];
}
