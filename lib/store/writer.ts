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
import { append, type Change, entries, packJournal } from './journal.ts';
import { circumstances, recover } from './recover.ts';
import { signalsOf } from './signals.ts';
import { unite, withNews } from './union.ts';

/** Thrown where nothing more can be stored: what was there stays, the observation is to be sent again. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

let last: Promise<unknown> = Promise.resolve();

/** Whether this life of the worker has compared journal and database: the one before may have died between the two. */
let checked = false;

/** One after the other: a second message waits until the first is kept. Dies with the worker, as do both. */
function inTurn<T>(given: Config, work: (config: Config) => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    let config = given;
    try {
      if (!checked) config = await recovered(config);
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

/** Makes the database whole; gives the configuration anew, which tells the person what happened. */
async function recovered(config: Config): Promise<Config> {
  await recover(config, Date.now());
  checked = true;
  return readConfig();
}

/** What became of an observation. */
export interface Recorded {
  /** Observations of this watcher up to this one are in the journal and the database. */
  ack: number;
  /** Whether a call changed. */
  changed: boolean;
  /** The watchers of the origin and the calls they show, as they are now. */
  watches: Watch[];
  calls: Map<string, Call>;
  /** As it is now: it may tell of a database that was put back just before. */
  config: Config;
}

/**
 * Keeps what an observation brings. When it returns, all of it is in the journal and the database.
 * @throws StorageFull
 */
export function record(
  observation: Observation,
  said: Source,
  profile: Profile,
  given: Config,
): Promise<Recorded> {
  return inTurn(given, async (current) => {
    let config = current;
    const source = await asBefore(said, observation);
    let known = await load(observation, source);
    if (!known.whole) {
      config = await recovered(config);
      known = await load(observation, source);
    }
    const { calls, watches } = known;
    const decision = decide(known, observation, source, {
      now: Date.now(),
      crm: profile.name,
      signals: signalsOf(profile),
      rules: rulesAtEnd(config),
      sameNumber,
    });
    if (!decision) {
      const before = watches.find((w) => w.watcher === observation.watcher);
      return { ack: before?.seq ?? 0, changed: false, watches, calls, config };
    }
    const spoke = [decision.watch, ...decision.replaced];
    const rows = await save({
      id: `${observation.watcher}:${observation.seq}`,
      news: decision.news,
      known: calls,
      bookings: decision.unmatched ? [decision.unmatched] : [],
      given: circumstances(config),
      watches: spoke,
    });
    for (const row of rows) calls.set(row.id, row);
    const others = watches.filter((w) => !spoke.some((s) => s.watcher === w.watcher));
    return { ack: observation.seq, changed: rows.length > 0, watches: [...others, ...spoke], calls, config };
  });
}

/**
 * Appends what a person did to one call.
 * @param id of the change; the same id again is the same change.
 * @param make gives the events from the call as it stands; none = nothing to do.
 * @throws where the call is not known, and StorageFull
 */
export async function act(
  id: string,
  callId: string,
  make: (call: Call, config: Config) => CallEvent[],
): Promise<void> {
  return inTurn(await readConfig(), async (config) => {
    const call = await db.calls.get(callId);
    if (!call) throw new Error(chrome.i18n.getMessage('errorCallNotKept'));
    const events = make(call, config);
    if (events.length === 0) return;
    const { origin, crm } = call;
    const news = [{ id: callId, origin, crm, events }];
    await save({ id, news, known: new Map([[callId, call]]), given: circumstances(config) });
  });
}

/**
 * Ends the calls that nobody shows any more.
 * @param gone says which watchers are gone for sure.
 * @returns whether a call changed.
 * @throws StorageFull
 */
export async function sweepCalls(gone: (watch: Watch) => boolean): Promise<boolean> {
  return inTurn(await readConfig(), async (config) => {
    const [open, watches] = await Promise.all([
      db.calls.where('open').equals(1).toArray(),
      db.watches.toArray(),
    ]);
    const now = Date.now();
    const swept = sweep({ open, watches, now, gone, rules: rulesAtEnd(config) });
    if (swept.news.length + swept.changed.length + swept.forget.length === 0) return false;
    const rows = await save({
      id: `sweep:${now}`,
      news: swept.news,
      known: new Map(open.map((c) => [c.id, c])),
      given: circumstances(config),
      watches: swept.changed,
      forget: swept.forget,
    });
    return rows.length > 0;
  });
}

/** Packs the journal away (see journal.ts), after making sure that the database has all that is in it. */
export async function packAway(): Promise<number> {
  return inTurn(await readConfig(), async (config) => {
    await unite(await entries(), circumstances(config));
    return packJournal(Date.now());
  });
}

/** A frame says farewell when its tab's page may be another one already: it goes on as who it was. */
async function asBefore(source: Source, { watcher }: Observation): Promise<Source> {
  if (source.frameId === 0) return source;
  const before = await db.watches.get(watcher);
  return before ? { ...source, origin: before.origin } : source;
}

/**
 * All that `decide` may need: open calls, and those that this origin's watchers show or the observation names;
 * and whether the database is the one that was made here, and not an empty one in its place.
 */
async function load(
  o: Observation,
  source: Source,
): Promise<Known & { calls: Map<string, Call>; watches: Watch[]; whole: boolean }> {
  return db.transaction('r', db.calls, db.watches, db.marks, async () => {
    const [open, watches, mark] = await Promise.all([
      db.calls.where('open').equals(1).toArray(),
      db.watches.where('origin').equals(source.origin).toArray(),
      db.marks.get('made'),
    ]);
    const calls = new Map<string, Call>(open.map((c) => [c.id, c]));
    const named = new Set(namedCalls(o, source));
    for (const w of watches) for (const s of Object.values(w.shown)) named.add(s.call);
    const rest = [...named].filter((id) => !calls.has(id));
    if (rest.length > 0) {
      for (const call of await db.calls.bulkGet(rest)) if (call) calls.set(call.id, call);
    }
    return { calls, watches, whole: mark !== undefined };
  });
}

/** What is to be kept at once. */
interface Save {
  /** Names the change in the journal. */
  id: string;
  news: News[];
  /** The calls of the news as the database has them; nobody else writes meanwhile. */
  known: ReadonlyMap<string, Call>;
  bookings?: UnmatchedBooking[];
  given: Circumstances;
  watches?: Watch[];
  forget?: string[];
}

/** Journal first, then one transaction. Gives the calls as they are now kept. */
async function save({ id, news, known, bookings = [], given, watches = [], forget = [] }: Save) {
  const rows = news.flatMap((n) => withNews(known.get(n.id), n, given) ?? []);
  const change: Change = { calls: [...news], bookings };
  for (const again of await resolvedNow(rows, known)) {
    change.calls.push(again);
    const at = rows.findIndex((row) => row.id === again.id);
    const row = withNews(at < 0 ? await db.calls.get(again.id) : rows[at], again, given);
    if (row) rows.splice(at < 0 ? rows.length : at, 1, row);
  }
  if (change.calls.length + bookings.length > 0) await append(id, change);
  await db.transaction('rw', db.calls, db.watches, db.bookings, async () => {
    await Promise.all([
      rows.length > 0 && db.calls.bulkPut(rows),
      bookings.length > 0 && db.bookings.bulkPut(bookings),
      forget.length > 0 && db.watches.bulkDelete(forget),
      watches.length > 0 && db.watches.bulkPut(watches),
    ]);
  });
  return rows;
}

/**
 * Abandoned calls whose number has reached us again: those before a call that is answered now, and a call that
 * is known to be abandoned only now, after its number was answered.
 */
async function resolvedNow(rows: readonly CallRow[], known: ReadonlyMap<string, Call>): Promise<News[]> {
  const news = new Map<string, News>();
  for (const row of rows) {
    const before = known.get(row.id);
    const answeredNow =
      row.answeredAt !== null && (before?.answeredAt == null || before.facts.from !== row.facts.from);
    const abandonedNow = row.classification === 'abandoned' && before?.classification !== 'abandoned';
    if (row.number === undefined || !(answeredNow || abandonedNow)) continue;
    const same = await sameNumberAs(row, rows);
    const found = answeredNow
      ? reachedAgain(row, same)
      : same.filter((c) => (c.answeredAt ?? 0) >= (row.endedAt ?? 0)).flatMap((c) => reachedAgain(c, [row]));
    for (const one of found) if (!news.has(one.id)) news.set(one.id, one);
  }
  return [...news.values()];
}

/** Calls of the same number, as they will be after this save. */
async function sameNumberAs(row: CallRow, changed: readonly CallRow[]): Promise<CallRow[]> {
  const kept = await db.calls
    .where('number')
    .equals(row.number ?? '')
    .toArray();
  const now = new Map([...kept, ...changed].map((c) => [c.id, c]));
  return [...now.values()].filter((c) => sameNumber(c.facts.from ?? '', row.facts.from ?? ''));
}

function isFull(error: unknown): boolean {
  const said = [error, (error as { inner?: unknown })?.inner]
    .map((e) => `${(e as Error)?.name} ${(e as Error)?.message}`)
    .join(' ');
  return /QuotaExceeded|quota exceeded|FILE_ERROR_NO_SPACE|no space|disk is full/i.test(said);
}
