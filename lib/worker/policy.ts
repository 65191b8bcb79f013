/** Brings in what an administrator set by managed storage, and makes it count at once. */
import { updateBadge } from './badge.ts';
import { refreshOverlays } from './overlays.ts';
import { checkPolicy } from './policy-check.ts';
import { syncScripts } from './scripts.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Checks the policy as the browser has it now and keeps it where the settings are, so that every part of the
 * product reads the same one, and checked.
 */
export function bringInPolicy(): Promise<void> {
  const turn = last.then(async () => {
    const managed = await managedStorage();
    if (managed === null) return;
    if (Object.keys(managed).length === 0) await chrome.storage.local.remove('policy');
    else await chrome.storage.local.set({ policy: checkPolicy(managed) });
  });
  last = Promise.allSettled([turn]);
  return turn;
}

/** `null` = this browser has none that can be read, and what is known of a policy stands. */
async function managedStorage(): Promise<Record<string, unknown> | null> {
  try {
    return await chrome.storage.managed.get();
  } catch (error) {
    console.warn('Callmark: this browser’s managed storage cannot be read', error);
    return null;
  }
}

/** Keeps up with the policy while the browser runs. Registers its listener at once. */
export function followPolicy(): void {
  chrome.storage.managed.onChanged.addListener(async () => {
    await bringInPolicy();
    await Promise.all([syncScripts(), updateBadge()]);
    void refreshOverlays();
  });
}
