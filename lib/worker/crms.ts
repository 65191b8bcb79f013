/** The CRMs as the options page lists them, and what is known of a page. */
import { originOf, wholeOrigin } from '@/lib/crm/origins.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import type { CrmEntry, CrmSite, NamedProfile, SiteAt } from '@/lib/messaging.ts';
import { readConfig } from '@/lib/store/config.ts';
import { judge, NO_HEALTH, readHealth } from '@/lib/store/health.ts';
import { fingerprint } from './fingerprint.ts';
import { isTooWide } from './health.ts';
import { allProfiles, readsOn, type Used, whoKnows, whoReads } from './profiles.ts';
import { grantedOf, grantedOrigins } from './scripts.ts';

/** All CRMs: built-in ones and the user's own, which stand in for a built-in one with their id. */
export async function listCrms(): Promise<CrmEntry[]> {
  const [config, granted, health] = await Promise.all([readConfig(), grantedOrigins(), readHealth()]);
  const now = Date.now();
  return Promise.all(
    allProfiles(config).map(async (used): Promise<CrmEntry> => {
      const { profile, builtIn, on } = used;
      const original = builtIn ? undefined : builtInProfiles.find((p) => p.id === profile.id);
      return {
        profile,
        builtIn,
        changed: original !== undefined,
        outdated: original !== undefined && config.basedOn[profile.id] !== (await fingerprint(original)),
        on,
        sites: sitesOf(used, granted),
        health: judge(health[profile.id] ?? NO_HEALTH, now),
      };
    }),
  );
}

/** What is known of the page at this address. */
export async function siteAt(url: string): Promise<SiteAt> {
  const site = originOf(url);
  const config = await readConfig();
  const granted = site !== null && (await chrome.permissions.contains({ origins: [site] }));
  const [reading, ...others] = granted ? whoReads(url, config).map(named) : [];
  const fits = allProfiles(config).flatMap(({ profile }) =>
    profile.fits ? [{ ...named({ profile }), fits: profile.fits }] : [],
  );
  const known = whoKnows(url, config).map(named);
  const tooWide = reading !== undefined && (await isTooWide(reading.id));
  return { reading: reading ?? null, others, tooWide, known, fits };
}

function named({ profile }: Pick<Used, 'profile'>): NamedProfile {
  return { id: profile.id, name: profile.name };
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
