/** Ends the calls that no tab shows any more, and tells it. */
import type { Watch } from '@/lib/calls/watch-log.ts';
import { sweepCalls } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { refreshOverlays } from './overlays.ts';

/** @param bornAt watchers last heard before this (epoch ms) are of another life of the browser. */
export async function sweepNow(bornAt: number): Promise<void> {
  const tabs = await chrome.tabs.query({});
  if (!(await sweepCalls((w) => w.heardAt < bornAt || !showsIn(tabs, w)))) return;
  await Promise.all([updateBadge(), refreshOverlays()]);
}

/**
 * Whether a watcher's tab is there and may still show its page. After the browser died another tab may have got the
 * number of the one that was: its page is of another origin, or of one that we may know nothing of.
 */
export function showsIn(
  tabs: readonly Pick<chrome.tabs.Tab, 'id' | 'url'>[],
  { tabId, frameId, origin }: Pick<Watch, 'tabId' | 'frameId' | 'origin'>,
): boolean {
  const tab = tabs.find(({ id }) => id === tabId);
  if (!tab) return false;
  // A frame may be ours to read in a page that is not.
  return frameId !== 0 || (tab.url !== undefined && new URL(tab.url).origin === origin);
}
