/**
 * The safe copy of every change, in the extension's storage, outside the database: Chromium was seen to
 * delete a whole database after the browser was killed in mid-write, and never this storage. Each change is
 * a key of its own, so that writing one never rewrites another. Once a day the entries are packed into a
 * compressed snapshot, checked, and only then removed.
 */
import type { News, UnmatchedBooking } from '@/lib/calls/decide.ts';

/** What was added by one message: events, and bookings without a call. Changes merge by union. */
export interface Change {
  calls: News[];
  bookings: UnmatchedBooking[];
}

const ENTRY = 'journal:';
const SNAPSHOT = 'snapshot:';
const MADE = 'databaseMade';

/** Keeps a change under its id; the same id again is the same change. Throws where storage is full. */
export async function append(id: string, change: Change): Promise<void> {
  await chrome.storage.local.set({ [ENTRY + id]: change });
}

/** The changes since the last snapshot, in no order. */
export async function entries(): Promise<Change[]> {
  return Object.values(await read<Change>(ENTRY));
}

/** All changes that were packed, snapshot by snapshot. */
export async function* snapshots(): AsyncGenerator<Change[]> {
  for (const key of await keys(SNAPSHOT)) {
    const packed = (await chrome.storage.local.get(key))[key];
    if (typeof packed === 'string') yield unpack(packed);
  }
}

/**
 * Packs the journal into a snapshot and trims it. Dying anywhere in between leaves both, which merge by union.
 * @param now epoch ms; names the snapshot.
 * @returns how many entries were packed.
 */
export async function packJournal(now: number): Promise<number> {
  const journal = await read<Change>(ENTRY);
  const names = Object.keys(journal);
  if (names.length === 0) return 0;
  const key = `${SNAPSHOT}${new Date(now).toISOString()}`;
  const packed = await pack(Object.values(journal));
  await chrome.storage.local.set({ [key]: packed });
  const kept = (await chrome.storage.local.get(key))[key];
  if (kept !== packed || (await unpack(kept)).length !== names.length) {
    await chrome.storage.local.remove(key);
    throw new Error('The snapshot did not read back as written; the journal was kept.');
  }
  await chrome.storage.local.remove(names);
  return names.length;
}

/** Whether a database was made here before: one that is missing now was lost. */
export async function databaseWasMade(): Promise<boolean> {
  return MADE in (await chrome.storage.local.get(MADE));
}

/** Notes that the database exists. */
export async function noteDatabaseMade(now: number): Promise<void> {
  await chrome.storage.local.set({ [MADE]: now });
}

async function keys(prefix: string): Promise<string[]> {
  return (await chrome.storage.local.getKeys()).filter((key) => key.startsWith(prefix)).sort();
}

async function read<T>(prefix: string): Promise<Record<string, T>> {
  const names = await keys(prefix);
  return names.length === 0 ? {} : ((await chrome.storage.local.get(names)) as Record<string, T>);
}

async function pack(changes: Change[]): Promise<string> {
  const zipped = new Blob([JSON.stringify(changes)]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
}

async function unpack(packed: string): Promise<Change[]> {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(plain).text());
}
