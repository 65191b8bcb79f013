/** Keeps the health of profiles up: by what pages say, and by the time for which they are open. */
import type { Seen } from '@/lib/calls/seen.ts';
import { readConfig } from '@/lib/store/config.ts';
import {
  afterReading,
  afterWatching,
  changeHealth,
  judge,
  NO_HEALTH,
  readHealth,
} from '@/lib/store/health.ts';
import { allProfiles, profileOf, readsOn } from './profiles.ts';
import { grantedOf, grantedOrigins } from './scripts.ts';

/** An alarm that comes later than this (ms) slept with the machine, and nobody watched meanwhile. */
const LONGEST_MS = 60_000;

/** Keeps what an observation tells of its profile. */
export async function noteHealth(profile: string, seen: Seen): Promise<void> {
  if (seen.kind !== 'reading') return;
  await changeHealth((kept) => {
    const next = afterReading(kept[profile] ?? NO_HEALTH, seen, Date.now());
    return next && { [profile]: next };
  });
}

/** Counts the time since it was last asked for those profiles that have a page open. Called now and then. */
export async function countWatching(): Promise<void> {
  const now = Date.now();
  const { healthAt } = await chrome.storage.session.get('healthAt');
  await chrome.storage.session.set({ healthAt: now });
  const ms = now - Number(healthAt ?? now);
  const open = ms > 0 ? await openProfiles() : [];
  if (open.length === 0) return;
  const passed = Math.min(ms, LONGEST_MS);
  await changeHealth((kept) =>
    Object.fromEntries(open.map((id) => [id, afterWatching(kept[id] ?? NO_HEALTH, passed)])),
  );
}

/** Whether a rule of the profile matches far too much now. */
export async function isTooWide(profile: string): Promise<boolean> {
  return judge((await readHealth())[profile] ?? NO_HEALTH, Date.now()).tooWide.length > 0;
}

/** Begins anew: the profile is another one, or gone. */
export function forgetHealth(profile: string): Promise<void> {
  return changeHealth((kept) => (kept[profile] ? { [profile]: NO_HEALTH } : null));
}

/** Ids of the profiles by which a page is read that is open in a tab. */
async function openProfiles(): Promise<string[]> {
  const [config, granted] = await Promise.all([readConfig(), grantedOrigins()]);
  const url = grantedOf(allProfiles(config).flatMap(readsOn), granted);
  if (url.length === 0) return [];
  const tabs = await chrome.tabs.query({ url, discarded: false });
  return [...new Set(tabs.flatMap((tab) => (tab.url && profileOf(tab.url, config)?.id) || []))];
}
