/** Keeps what becomes of profiles, and reads by it at once. */
import { inOrder } from '@/lib/crm/in-order.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { changeConfig } from '@/lib/store/config.ts';
import { listCrms } from './crms.ts';
import { fingerprint } from './fingerprint.ts';
import { forgetHealth } from './health.ts';
import { refreshOverlays } from './overlays.ts';
import { say } from './say.ts';
import { syncScripts } from './scripts.ts';
import { giveBackUnused } from './sites.ts';

/**
 * Adds or replaces a CRM's profile and reads by it at once.
 * @param isCopy of another one, so it is off: on, it would count in that one's place.
 * @throws with all paths and sentences where it is not valid
 */
export async function keepProfile(document: unknown, isCopy = false): Promise<CrmEntry[]> {
  const result = validateProfile(document, say);
  if ('problems' in result) {
    throw new Error(result.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
  }
  await keep(result.profile, isCopy);
  return changedCrms();
}

/** Removes a profile; a built-in one that it stood in for is back in its place, and goes on at its sites. */
export async function removeProfile(id: string): Promise<CrmEntry[]> {
  const given: string[] = [];
  await changeConfig(({ ownProfiles, sites, basedOn }) => {
    const removed = ownProfiles.find((p) => p.id === id);
    if (removed) given.push(...removed.matches, ...(sites[id] ?? []));
    const { [id]: _, ...others } = sites;
    const { [id]: __, ...otherBases } = basedOn;
    const rest = ownProfiles.filter((p) => p.id !== id);
    return { ownProfiles: rest, sites: builtIn(id) ? sites : others, basedOn: otherBases };
  });
  await forgetHealth(id);
  if (given.length > 0) await giveBackUnused(given);
  return changedCrms();
}

/** The person has seen that the built-in profile changed, and goes on with their own copy of it. */
export async function keepMine(id: string): Promise<CrmEntry[]> {
  const original = builtIn(id);
  if (original) {
    const hash = await fingerprint(original);
    await changeConfig(({ basedOn }) => ({ basedOn: { ...basedOn, [id]: hash } }));
  }
  return listCrms();
}

/** One that is new is switched on; a changed one stays on or off. A built-in one that was not changed is no copy. */
async function keep(profile: Profile, isCopy: boolean): Promise<void> {
  const { id } = profile;
  const original = builtIn(id);
  const hash = original ? await fingerprint(original) : '';
  const same = JSON.stringify(inOrder(profile)) === JSON.stringify(inOrder(original));
  const given: string[] = [];
  await changeConfig(({ ownProfiles, off, basedOn }) => {
    const before = ownProfiles.find((p) => p.id === id);
    if (before) given.push(...before.matches);
    const others = ownProfiles.filter((p) => p.id !== id);
    return {
      ownProfiles: same ? others : [...others, profile],
      off: before || original ? off : [...off.filter((one) => one !== id), ...(isCopy ? [id] : [])],
      basedOn: original && !before ? { ...basedOn, [id]: hash } : basedOn,
    };
  });
  await forgetHealth(id);
  // Hosts that it no longer names are not to be read by anybody unasked.
  if (given.length > 0) await giveBackUnused(given);
}

function builtIn(id: string): Profile | null {
  return builtInProfiles.find((p) => p.id === id) ?? null;
}

/** What there is to do once CRMs or their sites changed; gives them as they are now. */
export async function changedCrms(): Promise<CrmEntry[]> {
  await syncScripts();
  void refreshOverlays();
  return listCrms();
}
