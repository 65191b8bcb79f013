/** The CRMs that are read: profiles, the hosts a person granted, and the content script on just these. */
import { bestProfile, matchesPattern } from '@/lib/crm/match.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { type Config, readConfig } from '@/lib/store/config.ts';

const SCRIPT = 'crm';
const FILE = 'crm.js';

/** All CRMs: built-in ones and the user's own, which stand in for a built-in one with their id. */
export async function listCrms(): Promise<CrmEntry[]> {
  const config = await readConfig();
  return Promise.all(
    allProfiles(config).map(async ({ profile, builtIn }) => ({
      profile,
      builtIn,
      on: !config.off.includes(profile.id),
      granted: await grantedOf(profile.matches),
    })),
  );
}

/** The profile by which a page at this address is read, among those that are on; `null` = none. */
export function profileOf(url: string, config: Config): Profile | null {
  return bestProfile(profilesOn(config), url)?.profile ?? null;
}

/**
 * A profile that is on and reads this origin. Once a page is read, a single-page app may move to any address of
 * its origin without another profile taking over.
 * @param id of the profile; `null` = any.
 */
export function profileOn(origin: string, id: string | null, config: Config): Profile | null {
  const here = profilesOn(config).find(
    ({ profile }) =>
      (id === null || profile.id === id) &&
      profile.matches.some((pattern) => matchesPattern(wholeOrigin(pattern), `${origin}/`)),
  );
  return here?.profile ?? null;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Registers the content script for what is on and granted, and starts it in the tabs that are open already,
 * so that nobody needs to reload. Where an instance runs, a second one does nothing.
 */
export function syncScripts(): Promise<void> {
  const turn = last.then(async () => {
    const crms = (await listCrms()).filter((crm) => crm.on && crm.granted.length > 0);
    const matches = [...new Set(crms.flatMap((crm) => crm.granted.map(wholeOrigin)))];
    const allFrames = crms.some((crm) => crm.profile.frames === 'all');
    const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (matches.length === 0) {
      if (registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
      return;
    }
    // Updated in place: dying between taking it away and putting it back would leave pages unread.
    const script = { id: SCRIPT, js: [FILE], matches, allFrames, runAt: 'document_start' as const };
    if (registered) await chrome.scripting.updateContentScripts([script]);
    else await chrome.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
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

function allProfiles({ ownProfiles }: Config): { profile: Profile; builtIn: boolean }[] {
  const own = new Set(ownProfiles.map((p) => p.id));
  return [
    ...builtInProfiles.filter((p) => !own.has(p.id)).map((profile) => ({ profile, builtIn: true })),
    ...ownProfiles.map((profile) => ({ profile, builtIn: false })),
  ];
}

function profilesOn(config: Config): { profile: Profile; builtIn: boolean }[] {
  return allProfiles(config).filter(({ profile }) => !config.off.includes(profile.id));
}

/** Permissions are for whole origins, and an app that is entered elsewhere may come to a page that is read. */
function wholeOrigin(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}

async function grantedOf(matches: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(
    matches.map((pattern) => chrome.permissions.contains({ origins: [pattern] })),
  );
  return matches.filter((_, i) => granted[i]);
}
