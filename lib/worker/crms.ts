/** The CRMs that are read: profiles, the hosts a person granted, and the content script on just these. */

import { bestProfile } from '@/lib/crm/match.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { type Config, readConfig } from '@/lib/store/config.ts';

const SCRIPT = 'crm';
const FILE = 'crm.js';

/** All CRMs: built-in ones and the user's own, which stand in for a built-in one with their id. */
export async function listCrms(): Promise<CrmEntry[]> {
  const { ownProfiles, off } = await readConfig();
  const own = new Map(ownProfiles.map((p) => [p.id, p]));
  const all = [
    ...builtInProfiles.filter((p) => !own.has(p.id)).map((profile) => ({ profile, builtIn: true })),
    ...ownProfiles.map((profile) => ({ profile, builtIn: false })),
  ];
  return Promise.all(
    all.map(async ({ profile, builtIn }) => ({
      profile,
      builtIn,
      on: !off.includes(profile.id),
      granted: await grantedOf(profile.matches),
    })),
  );
}

/** The profile that reads this address, among those that are on; `null` = none. */
export function profileOf(url: string, { ownProfiles, off }: Config): Profile | null {
  const own = new Set(ownProfiles.map((p) => p.id));
  const on = [
    ...builtInProfiles.filter((p) => !own.has(p.id)).map((profile) => ({ profile, builtIn: true })),
    ...ownProfiles.map((profile) => ({ profile, builtIn: false })),
  ].filter(({ profile }) => !off.includes(profile.id));
  return bestProfile(on, url)?.profile ?? null;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Registers the content script for what is on and granted, and starts it in the tabs that are open already,
 * so that nobody needs to reload. Where an instance runs, a second one does nothing.
 */
export function syncScripts(): Promise<void> {
  const turn = last.then(async () => {
    const crms = (await listCrms()).filter((crm) => crm.on && crm.granted.length > 0);
    const matches = [...new Set(crms.flatMap((crm) => crm.granted))];
    const allFrames = crms.some((crm) => crm.profile.frames === 'all');
    const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    if (matches.length === 0) return;
    await chrome.scripting.registerContentScripts([
      { id: SCRIPT, js: [FILE], matches, allFrames, runAt: 'document_start', persistAcrossSessions: true },
    ]);
    const tabs = await chrome.tabs.query({ url: matches });
    await Promise.allSettled(
      tabs.map(({ id = -1 }) =>
        chrome.scripting.executeScript({ target: { tabId: id, allFrames }, files: [FILE] }),
      ),
    );
  });
  last = Promise.allSettled([turn]);
  return turn;
}

async function grantedOf(matches: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(
    matches.map((pattern) => chrome.permissions.contains({ origins: [pattern] })),
  );
  return matches.filter((_, i) => granted[i]);
}
