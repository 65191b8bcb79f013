/** The CRMs as the options page lists them. */
import { wholeOrigin } from '@/lib/crm/origins.ts';
import type { CrmEntry, CrmSite } from '@/lib/messaging.ts';
import { readConfig } from '@/lib/store/config.ts';
import { allProfiles, readsOn, type Used } from './profiles.ts';
import { grantedOf, grantedOrigins } from './scripts.ts';

/** All CRMs: built-in ones and the user's own, which stand in for a built-in one with their id. */
export async function listCrms(): Promise<CrmEntry[]> {
  const [config, granted] = await Promise.all([readConfig(), grantedOrigins()]);
  return allProfiles(config).map((used) => {
    const { profile, builtIn, on } = used;
    return { profile, builtIn, on, sites: sitesOf(used, granted) };
  });
}

/** Every origin of a profile, those that it only matches in part as they were granted. */
function sitesOf(used: Used, granted: readonly string[]): CrmSite[] {
  const named = new Set(readsOn(used).map(wholeOrigin));
  const allowed = grantedOf([...named], granted);
  const patterns = [...named, ...allowed.filter((pattern) => !named.has(pattern))];
  return patterns.map((pattern) => ({
    pattern,
    granted: allowed.includes(pattern),
    added: used.sites.includes(pattern),
  }));
}
