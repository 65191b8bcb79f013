/** Tells whether two versions of a built-in profile are the same, without keeping the older one. */
import type { Profile } from '@/lib/crm/profile.ts';

/** A short hash of all that is in it. */
export async function fingerprint(profile: Profile): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(profile));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
