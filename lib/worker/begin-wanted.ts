/** Begins with the site that a person wanted read, once the browser has granted it. */
import { originOf } from '@/lib/crm/origins.ts';
import { readWanted, setWanted } from '@/lib/store/wanted.ts';
import { openLive } from './live.ts';
import { addSite } from './sites.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Does so if there is one and its origin is granted. One after the other: the page that asked and the browser's event
 * may both tell of the same yes.
 */
export function beginWanted(): Promise<void> {
  const turn = last.then(async () => {
    const wanted = await readWanted();
    const site = wanted && originOf(wanted.url);
    if (!wanted || site === null) return;
    if (!(await chrome.permissions.contains({ origins: [site] }))) return;
    // First what is wanted: done twice it is done once, and a worker that dies in between must not forget it.
    if (wanted.profile !== null) await addSite(wanted.url, wanted.profile);
    await setWanted(null);
    if (wanted.profile === null && wanted.tab !== null) await openLive(wanted.tab, null);
  });
  last = Promise.allSettled([turn]);
  return turn;
}
