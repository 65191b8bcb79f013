/** Merges changes into the database by union: what is there stays, what is lacking is added. */
import type { Call, CallEvent } from '@/lib/calls/call.ts';
import type { News } from '@/lib/calls/decide.ts';
import { type Circumstances, fold } from '@/lib/calls/fold.ts';
import { type CallRow, db, toRow } from './database.ts';
import type { Change } from './journal.ts';

/** Calls a transaction takes on at most, so that restoring years of calls keeps memory flat. */
const AT_ONCE = 500;

/** A call with events added; `null` where all of them were there already. */
export function withNews(row: Call | undefined, news: News, given: Circumstances): CallRow | null {
  const known = new Set(row?.events.map((e) => e.id));
  const fresh: CallEvent[] = news.events.filter((e) => !known.has(e.id));
  if (row && fresh.length === 0) return null;
  const { id, origin, crm } = row ?? news;
  return toRow(fold({ id, origin, crm }, [...(row?.events ?? []), ...fresh], given));
}

/**
 * Adds what the database lacks of these changes.
 * @returns the number of calls that were lacking something.
 */
export async function unite(changes: readonly Change[], given: Circumstances): Promise<number> {
  const byCall = new Map<string, News>();
  for (const news of changes.flatMap((c) => c.calls)) {
    const known = byCall.get(news.id);
    if (known) known.events.push(...news.events);
    else byCall.set(news.id, { ...news, events: [...news.events] });
  }
  const bookings = changes.flatMap((c) => c.bookings);
  if (bookings.length > 0) await db.bookings.bulkPut(bookings);
  const all = [...byCall.values()];
  let mended = 0;
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const some = all.slice(i, i + AT_ONCE);
    await db.transaction('rw', db.calls, async () => {
      const rows = await db.calls.bulkGet(some.map((n) => n.id));
      const changed = some.flatMap((n, k) => withNews(rows[k], n, given) ?? []);
      mended += changed.length;
      await db.calls.bulkPut(changed);
    });
  }
  return mended;
}
