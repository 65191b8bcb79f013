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
 * Makes the database whole: by the journal, and by the snapshots too where there is no database any more.
 * Needed once in each life of the worker, and where the database lacks its mark.
 * @param now epoch ms.
 * @returns how many calls were put back.
 */
export async function recover(config: Config, now: number): Promise<number> {
  const given = circumstances(config);
  const lost = (await db.marks.get('made')) === undefined;
  let mended = 0;
  if (lost) {
    for await (const changes of snapshots()) mended += await unite(changes, given);
  }
  mended += await unite(await entries(), given);
  if (lost) {
    if ((await databaseWasMade()) && mended > 0) await setRestored(true);
    // The journal's word comes first: were it the other way round, dying here would hide a later loss.
    await noteDatabaseMade(now);
    await db.marks.put({ key: 'made', at: now });
  }
  return mended;
}
