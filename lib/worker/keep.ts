/** Keeps what becomes of profiles, and reads by it at once. */
import { validateProfile } from '@/lib/crm/validate.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { readConfig, writeConfig } from '@/lib/store/config.ts';
import { listCrms } from './crms.ts';
import { refreshOverlays } from './overlays.ts';
import { say } from './say.ts';
import { syncScripts } from './scripts.ts';

/** Adds or replaces a CRM's profile and reads by it at once. @throws with all paths and sentences where it is not valid */
export async function keepProfile(document: unknown): Promise<CrmEntry[]> {
  const result = validateProfile(document, say);
  if ('problems' in result) {
    throw new Error(result.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
  }
  const { profile } = result;
  const { ownProfiles, off } = await readConfig();
  await writeConfig({
    ownProfiles: [...ownProfiles.filter((p) => p.id !== profile.id), profile],
    off: off.filter((id) => id !== profile.id),
  });
  return changedCrms();
}

/** What there is to do once CRMs or their sites changed; gives them as they are now. */
export async function changedCrms(): Promise<CrmEntry[]> {
  await syncScripts();
  void refreshOverlays();
  return listCrms();
}
