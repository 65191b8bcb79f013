/**
 * The profiles there are, and by which of them a page is read. Where several could read it, one counts: the one
 * that a person gave the page's origin to, whatever the profiles say themselves; else the most specific match.
 */
import { bestProfile, matchesPattern } from '@/lib/crm/match.ts';
import { isAnyHost, wholeOrigin } from '@/lib/crm/origins.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import type { Config } from '@/lib/store/config.ts';

/** A profile as it is used here. */
export interface Used {
  profile: Profile;
  /** It comes with the product and was not changed. */
  builtIn: boolean;
  on: boolean;
  /** Origins that a person gave it beyond what it matches itself. */
  sites: string[];
}

/** All profiles: built-in ones and the user's own, which stand in for a built-in one with their id. */
export function allProfiles({ ownProfiles, off, sites, locked }: Config): Used[] {
  const own = new Set(ownProfiles.map((p) => p.id));
  const used = (builtIn: boolean) => (profile: Profile) => ({
    profile,
    builtIn,
    on: !off.includes(profile.id),
    sites: sites[profile.id] ?? [],
  });
  const all = [
    ...builtInProfiles.filter((p) => !own.has(p.id)).map(used(true)),
    ...ownProfiles.map(used(false)),
  ];
  return all.filter(({ profile }) => locked.only?.includes(profile.id) ?? true);
}

/** Where a profile reads: what it matches itself and the sites it was given, but no pattern for any host. */
export function readsOn({ profile, sites }: Used): string[] {
  return [...new Set([...profile.matches, ...sites])].filter((pattern) => !isAnyHost(pattern));
}

/** The profiles that are on and could read the page at this address; the first one counts. */
export function whoReads(url: string, config: Config): Used[] {
  return whoReadsOf(switchedOn(config), url);
}

/** The profile by which a page at this address is read, among those that are on; `null` = none. */
export function profileOf(url: string, config: Config): Profile | null {
  return whoReads(url, config)[0]?.profile ?? null;
}

/** A frame, by the browser's word on it. */
export interface Frame {
  url: string;
  /** Absent where the tab's page is none that we may know of. */
  topUrl?: string | undefined;
}

/**
 * The profile by which a frame is read: one that looks inside frames and whose patterns the frame's address meets,
 * if possible the one that reads the tab's page.
 */
export function profileInFrame({ url, topUrl }: Frame, config: Config): Profile | null {
  const inFrames = switchedOn(config).filter(({ profile }) => profile.frames === 'all');
  const here = whoReadsOf(inFrames, url).map(({ profile }) => profile);
  const top = topUrl === undefined ? null : profileOf(topUrl, config);
  return here.find(({ id }) => id === top?.id) ?? here[0] ?? null;
}

/**
 * A profile that is on and reads this origin. Once a page is read, a single-page app may move to any address of
 * its origin without another profile taking over.
 * @param id of the profile; `null` = any.
 */
export function profileOn(origin: string, id: string | null, config: Config): Profile | null {
  const here = switchedOn(config).find(
    (used) =>
      (id === null || used.profile.id === id) &&
      readsOn(used).some((pattern) => matchesPattern(wholeOrigin(pattern), `${origin}/`)),
  );
  return here?.profile ?? null;
}

/** All profiles, also those that are off, that say themselves that they know this address; the surest first. */
export function whoKnows(url: string, config: Config): Used[] {
  return inOrder(allProfiles(config), url);
}

function switchedOn(config: Config): Used[] {
  return allProfiles(config).filter(({ on }) => on);
}

function whoReadsOf(used: readonly Used[], url: string): Used[] {
  const given = used.map((one) => ({ ...one, profile: { ...one.profile, matches: one.sites } }));
  const themselves = used.map((one) => {
    const matches = one.profile.matches.filter((pattern) => !isAnyHost(pattern));
    return { ...one, profile: { ...one.profile, matches } };
  });
  const ids = [...inOrder(given, url), ...inOrder(themselves, url)].map(({ profile }) => profile.id);
  return [...new Set(ids)].flatMap((id) => used.find(({ profile }) => profile.id === id) ?? []);
}

function inOrder(used: readonly Used[], url: string): Used[] {
  const first = bestProfile(used, url);
  return first
    ? [
        first,
        ...inOrder(
          used.filter((one) => one !== first),
          url,
        ),
      ]
    : [];
}
