/** Ends the calls that no tab shows any more, and tells it. */
import { sweepCalls } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { refreshOverlays } from './overlays.ts';

/** @param bornAt watchers last heard before this (epoch ms) are of another life of the browser. */
export async function sweepNow(bornAt: number): Promise<void> {
  const tabs = new Set((await chrome.tabs.query({})).map((tab) => tab.id));
  if (!(await sweepCalls((w) => w.heardAt < bornAt || !tabs.has(w.tabId)))) return;
  await Promise.all([updateBadge(), refreshOverlays()]);
}
