/** At start-up: what the journal has and the database lacks is put back; a lost database is restored whole. */
import type { Circumstances } from '@/lib/calls/fold.ts';
import { type Config, setRestored } from './config.ts';
import { db } from './database.ts';
import { databaseWasMade, entries, noteDatabaseMade, snapshots } from './journal.ts';
import { unite } from './union.ts';

/** What the fold falls back on, by the configuration. Signals are in every `rang` this product writes. */
export function circumstances({ settings, reasons }: Pick<Config, 'settings' | 'reasons'>): Circumstances {
  return { signals: ['claim'], rules: settings, reasons };
}

/**
 * Makes sure that the database is whole; cheap where it is.
 * @param config as read now.
 * @param now epoch ms.
 * @returns how many calls were put back.
 */
export async function recover(config: Config, now: number): Promise<number> {
  const given = circumstances(config);
  const [mark, checked] = await Promise.all([
    db.marks.get('made'),
    chrome.storage.session.get('journalChecked') as Promise<{ journalChecked?: boolean }>,
  ]);
  if (mark && checked.journalChecked) return 0;
  let mended = 0;
  if (!mark) {
    for await (const changes of snapshots()) mended += await unite(changes, given);
  }
  mended += await unite(await entries(), given);
  if (!mark) {
    // The journal's word comes first: were it the other way round, dying here would hide a later loss.
    if ((await databaseWasMade()) && mended > 0) await setRestored(true);
    await noteDatabaseMade(now);
    await db.marks.put({ key: 'made', at: now });
  }
  // In memory of the browser: every start of the browser checks once, a waking worker does not.
  await chrome.storage.session.set({ journalChecked: true });
  return mended;
}
