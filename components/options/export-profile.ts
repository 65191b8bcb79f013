/** A profile as a file in the browser's downloads. */
import { inOrder } from '@/lib/crm/in-order.ts';
import type { Profile } from '@/lib/crm/profile.ts';

/** Saves it as `<id>.profile.json`, laid out for people. */
export function exportProfile(profile: Profile): void {
  const json = `${JSON.stringify(inOrder(profile), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: `${profile.id}.profile.json` }).click();
  // The browser reads the file after the click; a minute is time enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
