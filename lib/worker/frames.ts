/** A tab with all its frames is one: what frames read shows in the top document's overlay, and they may read there. */
import type { Source } from '@/lib/calls/seen.ts';
import { onMessage, sendMessage } from '@/lib/messaging.ts';
import { readConfig } from '@/lib/store/config.ts';
import { contentSource, refuse } from './edge.ts';
import { profileInFrame } from './profiles.ts';

/** Starts answering frames. */
export function answerFrames(): void {
  onMessage('askTop', async ({ data, sender }) => {
    const { tabId, frameId, url } = contentSource(sender);
    const profile = profileInFrame({ url, topUrl: sender.tab?.url }, await readConfig());
    // A frame of another origin learns of the top document what its profile names, and nothing else.
    if (frameId === 0 || !profile || !topFields(profile).includes(JSON.stringify(data))) {
      throw refuse('a question about a field of the top document that the profile does not name');
    }
    return sendMessage('topField', data, { tabId, frameId: 0 });
  });
}

/** A frame saw something new: the tab's overlay stands in the top document. */
export function refreshTop(tabId: number): void {
  // Where the top document is not ours to read there is no overlay, and nobody answers.
  void Promise.allSettled([sendMessage('refresh', undefined, { tabId, frameId: 0 })]);
}

/**
 * The origin whose calls a document's are: that of the tab's page, since a call's identity does not depend on the
 * frame that shows it. The browser tells of the page where it is ours to read, else the frame speaks for itself.
 */
export function originOfCalls({ frameId, origin }: Source, tab: chrome.tabs.Tab | undefined): string {
  if (frameId === 0 || !tab?.url || !/^https?:/.test(tab.url)) return origin;
  return new URL(tab.url).origin;
}

/** The fields that are read in the top document, each as JSON. */
export function topFields(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'in' in part && part.in === 'top' ? [JSON.stringify(part)] : [];
  return [...own, ...Object.values(part).flatMap(topFields)];
}
