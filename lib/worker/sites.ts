/** Where a person uses which profile: origins given to it, and their permissions given back. */
import { overlap, wholeOrigin } from '@/lib/crm/origins.ts';
import type { SiteRequest } from '@/lib/messaging.ts';
import { readConfig, writeConfig } from '@/lib/store/config.ts';
import { allProfiles, readsOn } from './profiles.ts';
import { grantedOrigins } from './scripts.ts';

/**
 * Reads an origin by this profile from now on, whatever profiles match it themselves; one that had it before loses
 * it. The profile is switched on.
 */
export async function addSite({ site, profile }: SiteRequest): Promise<void> {
  const { sites, off } = await readConfig();
  const others = without(sites, site);
  await writeConfig({
    sites: { ...others, [profile]: [...(others[profile] ?? []), site] },
    off: off.filter((id) => id !== profile),
  });
}

/**
 * Takes an origin from a profile. Its permission goes with it, unless the origin was given to this profile and
 * another one that is on reads it too: then that one does from now on.
 */
export async function dropSite({ site, profile }: SiteRequest): Promise<void> {
  const { sites } = await readConfig();
  const given = sites[profile]?.includes(site) ?? false;
  if (given) {
    await writeConfig({
      sites: { ...sites, [profile]: (sites[profile] ?? []).filter((one) => one !== site) },
    });
    const others = allProfiles(await readConfig()).filter(({ on }) => on);
    if (others.flatMap(readsOn).some((pattern) => overlap(pattern, site))) return;
  }
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

/** The sites without this one. */
function without(sites: Record<string, string[]>, site: string): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(sites).map(([id, patterns]) => [id, patterns.filter((one) => one !== site)]),
  );
}
