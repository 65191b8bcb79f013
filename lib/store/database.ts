/** The extension's own database: tables, versions, and the form in which a call is kept. */
import Dexie, { type EntityTable } from 'dexie';
import type { Call } from '@/lib/calls/call.ts';
import type { UnmatchedBooking } from '@/lib/calls/decide.ts';
import { ofType } from '@/lib/calls/fold.ts';
import { numberKey } from '@/lib/calls/number.ts';
import { isOpen } from '@/lib/calls/queue.ts';
import type { Watch } from '@/lib/calls/watch-log.ts';

/** A call as it is kept: the record and what it is looked up by. Absent keys are not in the index. */
export interface CallRow extends Call {
  /** 1 while it goes on. */
  open?: 1;
  /** When it became an open abandoned call (epoch ms): the queue's order. */
  queued?: number;
  /** Key of the caller's number. */
  number?: string;
  /** Ids of all reasons it was ever given, those that were changed or taken back too. */
  givenReasons?: string[];
}

/** What the database knows of itself. */
interface Mark {
  key: 'made';
  at: number;
}

/** The database's name, also for whoever looks at it from outside. */
export const DATABASE = 'callmark';

class Database extends Dexie {
  calls!: EntityTable<CallRow, 'id'>;
  watches!: EntityTable<Watch, 'watcher'>;
  bookings!: EntityTable<UnmatchedBooking, 'id'>;
  marks!: EntityTable<Mark, 'key'>;

  constructor() {
    // Strict: the answer to an observation says that it is kept. It costs a fraction of a millisecond.
    super(DATABASE, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      calls: 'id, startedAt, open, queued, number, *givenReasons, [classification+startedAt]',
      watches: 'watcher, tabId, origin',
      bookings: 'id, at',
      marks: 'key',
    });
  }
}

/** Opened at first use; one per context. */
export const db = new Database();

/** The form in which a call is kept. */
export function toRow(call: Call): CallRow {
  const number = numberKey(call.facts.from);
  const givenReasons = [...new Set(ofType(call.events, 'reasonGiven').map((e) => e.reason))];
  return {
    ...call,
    ...(call.endedAt === null ? { open: 1 as const } : {}),
    ...(isOpen(call) ? { queued: call.endedAt ?? call.startedAt } : {}),
    ...(number === '' ? {} : { number }),
    ...(givenReasons.length === 0 ? {} : { givenReasons }),
  };
}
