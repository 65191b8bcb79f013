/** What a person can do about the CRMs on the options page. */
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry } from '@/lib/messaging.ts';

/** All reject with a sentence. Those that ask the browser for a permission must run inside the click. */
export interface CrmActions {
  /** Asks for an origin (a pattern) that the profile matches itself. False = the person said no. */
  allow(site: string): Promise<boolean>;
  /** Asks for the origin of an address alone and reads it by the profile. False = the person said no. */
  addSite(profile: string, url: string): Promise<boolean>;
  dropSite(profile: string, site: string): Promise<void>;
  switchOn(profile: string, on: boolean): Promise<void>;
  /** Adds it, or replaces the one of its id. */
  save(profile: Profile): Promise<void>;
  /** Adds a copy, which is off: on, it would count in place of the one it was made of. */
  addCopy(profile: Profile): Promise<void>;
  /** Deletes one's own; a built-in one that it stood in for comes back. */
  remove(profile: string): Promise<void>;
  /** Goes on with a changed copy, though the built-in profile has changed since. */
  keepMine(profile: string): Promise<void>;
  /** Opens the live view over a page of the CRM that is open, else such a page. */
  look(entry: CrmEntry): Promise<void>;
}

/** An id that is not taken, after this one: `acme-crm-2`. */
export function freeId(id: string, taken: readonly string[]): string {
  const stem = id.replace(/-\d+$/, '').slice(0, 55);
  for (let n = 2; ; n++) {
    const next = `${stem}-${n}`;
    if (!taken.includes(next)) return next;
  }
}

/** The address of a page, from what a person writes: `crm.acme.example/login`; `null` = it is none. */
export function addressFrom(written: string): string | null {
  const words = written.trim();
  const local = /^(localhost|127\.|\[::1\])/.test(words);
  const url = /^[a-z][a-z+.-]*:\/\//i.test(words) ? words : `${local ? 'http' : 'https'}://${words}`;
  if (/\s|\*/.test(words) || !URL.canParse(url)) return null;
  const { protocol, hostname, href, username } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' ? href : null;
}
