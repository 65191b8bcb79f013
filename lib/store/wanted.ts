/**
 * The site that a person wants read, kept while the browser asks for the permission: its prompt closes the popup,
 * so that only the background is there to hear the yes. Kept in memory, for as long as a prompt may stand open.
 */

/** What a person wants. */
export interface Wanted {
  /** Address of a page there. */
  url: string;
  /** Id of the profile to read by; `null` = a new one, begun in the live view. */
  profile: string | null;
  /** The tab in which a new one is begun. */
  tab: number | null;
}

/** A wish that is older (ms) is of a prompt that was answered with no. */
const FRESH_MS = 10 * 60_000;

/** Keeps the wish in place of the one before; `null` = nothing is wanted any more. */
export async function setWanted(wanted: Wanted | null): Promise<void> {
  await chrome.storage.session.set({ wanted: wanted && { ...wanted, at: Date.now() } });
}

/** What is wanted now; `null` = nothing. */
export async function readWanted(): Promise<Wanted | null> {
  const { wanted } = await chrome.storage.session.get('wanted');
  const kept = wanted as (Wanted & { at: number }) | null | undefined;
  if (!kept || Date.now() - kept.at > FRESH_MS) return null;
  const { at: _, ...wish } = kept;
  return wish;
}
