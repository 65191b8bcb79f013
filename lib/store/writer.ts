/**
 * The one writer. Everything that changes a call comes through here, one after the other: load, decide, fold,
 * journal, and one strict transaction. Between two messages nothing is kept in memory.
 */
import type { Call, CallEvent } from '@/lib/calls/call.ts';
import { decide, type Known, type News, namedCalls, type UnmatchedBooking } from '@/lib/calls/decide.ts';
import type { Circumstances } from '@/lib/calls/fold.ts';
import { sameNumber } from '@/lib/calls/number.ts';
import { reachedAgain } from '@/lib/calls/queue.ts';
import type { Observation, Source } from '@/lib/calls/seen.ts';
import { sweep } from '@/lib/calls/sweep.ts';
import type { Watch } from '@/lib/calls/watch-log.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { type Config, readConfig, rulesAtEnd, setStorageFull } from './config.ts';
import { type CallRow, db } from './database.ts';
import { append, type Change, packJournal } from './journal.ts';
import { circumstances, recover } from './recover.ts';
import { signalsOf } from './signals.ts';
import { withNews } from './union.ts';

/** Thrown where nothing more can be stored: what was there stays, the observation is to be sent again. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a second message waits until the first is kept. Dies with the worker, as do both. */
function inTurn<T>(work: (config: Config) => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    const config = await readConfig();
    try {
      await recover(config, Date.now());
      const done = await work(config);
      if (config.trouble === 'troubleStorageFull') await setStorageFull(false);
      return done;
    } catch (error) {
      if (!isFull(error)) throw error;
      await setStorageFull(true);
      throw new StorageFull('Nothing more can be stored: the disk or its quota is full.', { cause: error });
    }
  });
  // The caller hears of the failure; the next in turn starts all the same.
  last = Promise.allSettled([turn]);
  return turn;
}

/**
 * Keeps what an observation brings. When it returns, all of it is in the journal and the database.
 * @returns the number up to which this watcher's observations are kept, and whether a call changed.
 * @throws StorageFull
 */
export function record(
  observation: Observation,
  source: Source,
  profile: Profile,
): Promise<{ ack: number; changed: boolean }> {
  return inTurn(async (config) => {
    const known = await load(observation, source);
    const decision = decide(known, observation, source, {
      now: Date.now(),
      crm: profile.name,
      signals: signalsOf(profile),
      rules: rulesAtEnd(config),
      sameNumber,
    });
    if (!decision) {
      const watch = known.watches.find((w) => w.watcher === observation.watcher);
      return { ack: watch?.seq ?? 0, changed: false };
    }
    const bookings = decision.unmatched ? [decision.unmatched] : [];
    const changed = await save(
      `${observation.watcher}:${observation.seq}`,
      decision.news,
      bookings,
      circumstances(config),
      [decision.watch, ...decision.replaced],
      [],
    );
    return { ack: observation.seq, changed };
  });
}

/**
 * Appends what a person did to one call.
 * @param id of the change; the same id again is the same change.
 * @param make gives the events from the call as it stands; none = nothing to do.
 * @throws where the call is not known.
 */
export function act(
  id: string,
  callId: string,
  make: (call: Call, config: Config) => CallEvent[],
): Promise<void> {
  return inTurn(async (config) => {
    const call = await db.calls.get(callId);
    if (!call) throw new Error('This call is no longer kept here.');
    const events = make(call, config);
    if (events.length === 0) return;
    const { origin, crm } = call;
    await save(id, [{ id: callId, origin, crm, events }], [], circumstances(config), [], []);
  });
}

/**
 * Ends the calls that nobody shows any more.
 * @param gone says which watchers are gone for sure.
 * @returns whether a call changed.
 */
export function sweepCalls(gone: (watch: Watch) => boolean): Promise<boolean> {
  return inTurn(async (config) => {
    const [open, watches] = await Promise.all([
      db.calls.where('open').equals(1).toArray(),
      db.watches.toArray(),
    ]);
    const now = Date.now();
    const swept = sweep({ open, watches, now, gone, rules: rulesAtEnd(config) });
    if (swept.news.length + swept.changed.length + swept.forget.length === 0) return false;
    return save(`sweep:${now}`, swept.news, [], circumstances(config), swept.changed, swept.forget);
  });
}

/** Packs the journal away; see journal.ts. */
export function packAway(): Promise<number> {
  return inTurn(() => packJournal(Date.now()));
}

/** All that `decide` may need: open calls of the origin, and those that this origin's watchers show or the observation names. */
async function load(o: Observation, source: Source): Promise<Known> {
  return db.transaction('r', db.calls, db.watches, async () => {
    const [open, watches] = await Promise.all([
      db.calls.where('open').equals(1).toArray(),
      db.watches.where('origin').equals(source.origin).toArray(),
    ]);
    const calls = new Map<string, Call>(open.map((c) => [c.id, c]));
    const named = new Set(namedCalls(o, source));
    for (const w of watches) for (const s of Object.values(w.shown)) named.add(s.call);
    const rest = [...named].filter((id) => !calls.has(id));
    if (rest.length > 0) {
      for (const call of await db.calls.bulkGet(rest)) if (call) calls.set(call.id, call);
    }
    return { calls, watches };
  });
}

async function save(
  id: string,
  news: News[],
  bookings: UnmatchedBooking[],
  given: Circumstances,
  watches: Watch[],
  forget: string[],
): Promise<boolean> {
  const change: Change = { calls: [...news], bookings };
  const before = await db.calls.bulkGet(news.map((n) => n.id));
  const after = news.map((n, i) => withNews(before[i], n, given));
  for (const call of after) if (call) change.calls.push(...(await resolved(call)));
  const empty = change.calls.length === 0 && bookings.length === 0;
  if (!empty) await append(id, change);
  await db.transaction('rw', db.calls, db.watches, db.bookings, async () => {
    if (change.calls.length > 0) {
      const rows = await db.calls.bulkGet(change.calls.map((n) => n.id));
      await db.calls.bulkPut(change.calls.flatMap((n, i) => withNews(rows[i], n, given) ?? []));
    }
    if (bookings.length > 0) await db.bookings.bulkPut(bookings);
    if (forget.length > 0) await db.watches.bulkDelete(forget);
    if (watches.length > 0) await db.watches.bulkPut(watches);
  });
  return !empty;
}

/** Earlier abandoned calls of the same number, if this one was answered. */
async function resolved(call: CallRow): Promise<News[]> {
  if (call.answeredAt === null || call.number === undefined) return [];
  const from = call.facts.from ?? '';
  const same = await db.calls
    .where('number')
    .equals(call.number)
    .filter((c) => c.classification === 'abandoned' && sameNumber(c.facts.from ?? '', from))
    .toArray();
  return reachedAgain(call, same);
}

function isFull(error: unknown): boolean {
  const said = [error, (error as { inner?: unknown })?.inner]
    .map((e) => `${(e as Error)?.name} ${(e as Error)?.message}`)
    .join(' ');
  return /QuotaExceeded|quota exceeded|FILE_ERROR_NO_SPACE|no space|disk is full/i.test(said);
}
