/**
 * What an administrator set for a whole fleet, laid over what the office set itself. The office's own settings stay
 * as they are beneath it and are back, untouched, when the policy goes. Pure: `lib/worker/policy.ts` brings it in.
 */
import type { CallReason } from '@/lib/calls/call.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { Locked, Settings } from '@/lib/messaging.ts';
import type { Config } from './config.ts';

/** What an administrator set, checked; a part that is not set is empty. */
export interface Policy {
  profiles: Profile[];
  /** Stand in for the office's own; `null` = not set. */
  reasons: CallReason[] | null;
  rules: Partial<Settings>;
  /** By a profile's id, as in `Config.sites`. */
  sites: Record<string, string[]>;
  /** Only the profiles named in `profiles` and `sites` are used. */
  only: boolean;
  /** A sentence for each part that is wrong and therefore not used. */
  refused: string[];
}

/** What a policy can set. */
type Part = Pick<Config, 'settings' | 'reasons' | 'ownProfiles' | 'off' | 'sites'>;

/** What is stored of it: what was never set is not there. */
export type Stored = Partial<Omit<Part, 'settings'>> & { settings?: Partial<Settings> };

/** Nothing set. */
export const NO_POLICY: Policy = {
  profiles: [],
  reasons: null,
  rules: {},
  sites: {},
  only: false,
  refused: [],
};

/** What counts: the administrator's word where there is one, else the office's own. */
export function withPolicy<C extends Part>(own: C, policy: Policy): C & { locked: Locked } {
  const locked = lockedBy(policy);
  return {
    ...own,
    settings: fitting({ ...own.settings, ...policy.rules }, policy.rules),
    reasons: policy.reasons ?? own.reasons,
    ownProfiles: [...own.ownProfiles.filter((p) => !locked.profiles.includes(p.id)), ...policy.profiles],
    off: own.off.filter((id) => !locked.on.includes(id)),
    sites: joined(sitesBut(own.sites, allSites(policy)), policy.sites),
    locked,
  };
}

/**
 * What of a change is to be stored: not what is the administrator's, whose values must not become the office's own,
 * and what the office had set itself beneath it as it was.
 * @param own what is stored now.
 * @param now what counts now.
 * @throws Error with a sentence, where the change is of something that the administrator set.
 */
export function ownPart<T extends Partial<Part>>(change: T, own: Stored, now: Part, policy: Policy): T {
  const locked = lockedBy(policy);
  const kept = { ...change };
  if (change.settings) kept.settings = ownSettings(change.settings, own.settings ?? {}, now.settings, locked);
  if (change.reasons && locked.reasons) throw setByAdministrator();
  if (change.ownProfiles) kept.ownProfiles = ownProfiles(change.ownProfiles, own.ownProfiles ?? [], policy);
  if (change.off) {
    if (change.off.some((id) => locked.on.includes(id))) throw setByAdministrator();
    kept.off = [...change.off, ...(own.off ?? []).filter((id) => locked.on.includes(id))];
  }
  if (change.sites) {
    const given = allSites(policy);
    for (const [id, sites] of Object.entries(policy.sites)) {
      if (sites.some((site) => !change.sites?.[id]?.includes(site))) throw setByAdministrator();
    }
    kept.sites = joined(sitesBut(change.sites, given), sitesOf(own.sites ?? {}, given));
  }
  return kept;
}

function lockedBy({ profiles, reasons, rules, sites, only, refused }: Policy): Locked {
  const ids = profiles.map((p) => p.id);
  const on = [...new Set([...ids, ...Object.keys(sites)])];
  const settings = Object.keys(rules) as (keyof Settings)[];
  return { settings, reasons: reasons !== null, profiles: ids, on, sites, only: only ? on : null, refused };
}

/** A call cannot be cold before it is overdue: of the two, the one that the administrator did not set gives way. */
function fitting(settings: Settings, rules: Partial<Settings>): Settings {
  const { callbackTargetMs, coldMs } = settings;
  if (callbackTargetMs <= coldMs) return settings;
  return rules.coldMs === undefined
    ? { ...settings, coldMs: callbackTargetMs }
    : { ...settings, callbackTargetMs: coldMs };
}

function ownSettings(next: Settings, own: Partial<Settings>, now: Settings, locked: Locked): Settings {
  const kept: Partial<Record<keyof Settings, unknown>> = { ...own };
  for (const key of Object.keys(next) as (keyof Settings)[]) {
    if (next[key] === now[key] && (locked.settings.includes(key) || own[key] !== undefined)) continue;
    if (locked.settings.includes(key)) throw setByAdministrator();
    kept[key] = next[key];
  }
  return kept as Settings;
}

function ownProfiles(next: readonly Profile[], own: readonly Profile[], policy: Policy): Profile[] {
  const same = (a: Profile, b: Profile) => JSON.stringify(a) === JSON.stringify(b);
  const isTheirs = ({ id }: Profile) => policy.profiles.some((p) => p.id === id);
  if (policy.profiles.some((p) => !next.some((one) => same(one, p)))) throw setByAdministrator();
  const ours = next.filter((p) => !isTheirs(p));
  if (policy.only && ours.some((p) => !own.some((one) => same(one, p)))) throw setByAdministrator();
  return [...ours, ...own.filter(isTheirs)];
}

function setByAdministrator(): Error {
  return new Error(chrome.i18n.getMessage('errorSetByAdministrator'));
}

type Sites = Record<string, string[]>;

function allSites({ sites }: Policy): Set<string> {
  return new Set(Object.values(sites).flat());
}

function sitesBut(sites: Sites, these: ReadonlySet<string>): Sites {
  return filtered(sites, (site) => !these.has(site));
}

function sitesOf(sites: Sites, these: ReadonlySet<string>): Sites {
  return filtered(sites, (site) => these.has(site));
}

function filtered(sites: Sites, keeps: (site: string) => boolean): Sites {
  const left = Object.entries(sites).map(([id, patterns]) => [id, patterns.filter(keeps)] as const);
  return Object.fromEntries(left.filter(([, patterns]) => patterns.length > 0));
}

function joined(one: Sites, other: Sites): Sites {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...ids].map((id) => [id, [...(one[id] ?? []), ...(other[id] ?? [])]]));
}
