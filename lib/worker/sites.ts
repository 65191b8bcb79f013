/** Where a person uses which profile: origins given to it, and their permissions given back. */
import { originOf, overlap, wholeOrigin } from '@/lib/crm/origins.ts';
import { changeConfig, readConfig } from '@/lib/store/config.ts';
import { allProfiles, profileOf, readsOn } from './profiles.ts';
import { grantedOrigins } from './scripts.ts';

/**
 * Reads the page at this address, and all of its origin, by this profile from now on, whatever profiles match it
 * themselves; one that had it before loses it. The profile is switched on.
 */
export async function addSite(url: string, profile: string): Promise<void> {
  const site = originOf(url);
  if (site === null) throw new Error('a site that is none of the web');
  await changeConfig(({ sites, off, ...rest }) => {
    const on = { sites: without(sites, site), off: off.filter((id) => id !== profile) };
    const does = profileOf(url, { ...rest, ...on })?.id === profile;
    const given = { ...on.sites, [profile]: [...(on.sites[profile] ?? []), site] };
    return { ...on, sites: does ? on.sites : given };
  });
}

/** Takes an origin from a profile, and its permission with it: nobody else reads there unasked. */
export async function dropSite(site: string, profile: string): Promise<void> {
  await changeConfig(({ sites }) => (sites[profile]?.includes(site) ? { sites: without(sites, site) } : {}));
  await giveBack((granted) => overlap(granted, site) !== null);
}

/** Stops reading an origin, by whatever profile, and gives its permission back. */
export async function stopSite(site: string): Promise<void> {
  await changeConfig(({ sites }) => ({ sites: without(sites, site) }));
  await giveBack((granted) => overlap(granted, site) !== null);
}

/** Gives back the permissions for those of these patterns that no profile has any more. */
export async function giveBackUnused(patterns: readonly string[]): Promise<void> {
  const needed = allProfiles(await readConfig())
    .flatMap(readsOn)
    .map(wholeOrigin);
  const among = (list: readonly string[], granted: string) => list.some((one) => overlap(one, granted));
  await giveBack((granted) => among(patterns, granted) && !among(needed, granted));
}

async function giveBack(which: (granted: string) => boolean): Promise<void> {
  const origins = (await grantedOrigins()).filter(which);
  if (origins.length > 0) await chrome.permissions.remove({ origins });
}

/** The sites without this one; a profile that has none left is not kept either. */
function without(sites: Record<string, string[]>, site: string): Record<string, string[]> {
  const left = Object.entries(sites).map(
    ([id, patterns]) => [id, patterns.filter((one) => one !== site)] as const,
  );
  return Object.fromEntries(left.filter(([, patterns]) => patterns.length > 0));
}
