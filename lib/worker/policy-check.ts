/**
 * Checks what an administrator set, part by part: a wrong part is refused alone, with a sentence for whoever looks
 * for it, and the rest holds. The names of the keys are those of `public/managed-schema.json`.
 */
import { parsePattern } from '@/lib/crm/match.ts';
import { isAnyHost, wholeOrigin } from '@/lib/crm/origins.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { MOST_CHARACTERS, validateProfile } from '@/lib/crm/validate.ts';
import type { Policy } from '@/lib/store/policy.ts';
import { readReasons, readRules } from './policy-office.ts';
import { isObject, type Refuse } from './policy-words.ts';
import { say } from './say.ts';

/** The policy of what `chrome.storage.managed` holds; nothing in it = `NO_POLICY`. */
export function checkPolicy(managed: Record<string, unknown>): Policy {
  const refused: string[] = [];
  const refuse: Refuse = (where, why) => void refused.push(say('policyNotUsed', where, why));
  const profiles = readProfiles(managed.profiles, refuse);
  const { onlyTheseProfiles: only = false } = managed;
  if (typeof only !== 'boolean') refuse('onlyTheseProfiles', say('policyNoBoolean'));
  return {
    profiles,
    reasons: readReasons(managed.reasons, refuse),
    rules: readRules(managed.rules, refuse),
    sites: readSites(managed.sites, [...builtInProfiles, ...profiles], refuse),
    only: only === true,
    refused,
  };
}

function readProfiles(value: unknown, refuse: Refuse): Profile[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    refuse('profiles', say('policyNoList'));
    return [];
  }
  const profiles: Profile[] = [];
  for (const [i, one] of value.entries()) {
    const where = say('policyProfile', i + 1);
    const read = readProfile(one);
    if ('why' in read) refuse(where, read.why);
    else if (profiles.some((p) => p.id === read.profile.id))
      refuse(where, say('policyIdTwice', read.profile.id));
    else profiles.push(read.profile);
  }
  return profiles;
}

function readProfile(value: unknown): { profile: Profile } | { why: string } {
  let document = value;
  if (typeof value === 'string') {
    // Told before it is taken apart.
    if (value.length > 10 * MOST_CHARACTERS)
      return { why: say('problemLarge', Math.ceil(value.length / 1000), MOST_CHARACTERS / 1000) };
    try {
      document = JSON.parse(value);
    } catch (error) {
      return { why: say('policyNoJson', error instanceof Error ? error.message : String(error)) };
    }
  }
  const result = validateProfile(document, say);
  if ('profile' in result) return result;
  return {
    why: result.problems.map(({ path, sentence }) => (path ? `${path}: ${sentence}` : sentence)).join('; '),
  };
}

function readSites(value: unknown, known: readonly Profile[], refuse: Refuse): Policy['sites'] {
  if (value === undefined) return {};
  if (!isObject(value)) {
    refuse('sites', say('policyNoObject'));
    return {};
  }
  const sites: Policy['sites'] = {};
  for (const [id, list] of Object.entries(value)) {
    const where = `sites.${id}`;
    if (!known.some((p) => p.id === id)) refuse(where, say('policyNoSuchProfile', id));
    else if (!Array.isArray(list)) refuse(where, say('policyNoList'));
    else {
      const good = list.flatMap((one, i) => {
        const site = siteOf(one);
        const taken = Object.values(sites).flat();
        if (site === null) refuse(`${where}[${i}]`, say('policyNoSite', String(one)));
        else if (taken.includes(site)) refuse(`${where}[${i}]`, say('policySiteTwice', site));
        else return [site];
        return [];
      });
      if (good.length > 0) sites[id] = [...new Set(good)];
    }
  }
  return sites;
}

/** The pattern of the whole origin of an address or a match pattern; `null` = it is neither, or is for any host. */
function siteOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const pattern = wholeOrigin(/^[^/]+:\/\/[^/]+$/.test(value) ? `${value}/*` : value.replace(/[?#].*$/, ''));
  return parsePattern(pattern) && !isAnyHost(pattern) ? pattern : null;
}
