/** What pages ask of the store. Reads only. */
import type { Call, Classification } from '@/lib/calls/call.ts';
import type { UnmatchedBooking } from '@/lib/calls/decide.ts';
import { db } from './database.ts';

/** Epoch ms; `from` is in it, `to` is not. */
export interface Range {
  from: number;
  to: number;
}

/** Rows read at a time: large enough to be quick, small enough to keep memory flat. */
const CHUNK = 2_000;

/** Calls of this CSR's browser that go on, oldest first; taken and outbound ones are left out. */
export async function openCalls(): Promise<Call[]> {
  const open = await db.calls.where('open').equals(1).sortBy('startedAt');
  return open.filter((c) => !c.taken && c.direction === 'inbound');
}

/** Abandoned calls whose follow-up is open, oldest first. */
export function openAbandoned(): Promise<Call[]> {
  return db.calls.orderBy('queued').toArray();
}

/** How many abandoned calls are open: the badge's number. */
export function countAbandoned(): Promise<number> {
  return db.calls.orderBy('queued').count();
}

/** Calls that started in the range, oldest first. For days, not for years: use `eachCallBetween` there. */
export function callsStartedBetween(from: number, to: number): Promise<Call[]> {
  return db.calls.where('startedAt').between(from, to, true, false).toArray();
}

/** How many calls started in the range. */
export function countCalls({ from, to }: Range): Promise<number> {
  return db.calls.where('startedAt').between(from, to, true, false).count();
}

/**
 * Hands over the calls that started in the range, oldest first, some thousands at a time.
 * @param classifications only these; `null` = every call, live, outbound and taken ones too.
 * @param onChunk `done` = calls looked at so far, those left out included.
 * @param chunk rows read at a time.
 * @throws the signal's reason, between two chunks, once it is aborted.
 */
export async function eachCallBetween(
  { from, to }: Range,
  classifications: readonly Classification[] | null,
  onChunk: (calls: Call[], done: number) => void | Promise<void>,
  signal: AbortSignal,
  chunk = CHUNK,
): Promise<void> {
  let done = 0;
  let start = from;
  let before = new Set<string>();
  for (;;) {
    signal.throwIfAborted();
    // From the last start time on, inclusive: calls of that very millisecond were met already.
    const rows = await db.calls
      .where('startedAt')
      .between(start, to, true, false)
      .limit(chunk + before.size)
      .toArray();
    const fresh = rows.filter((c) => !before.has(c.id));
    if (fresh.length === 0) return;
    done += fresh.length;
    await onChunk(
      classifications
        ? fresh.filter((c) => c.classification && classifications.includes(c.classification))
        : fresh,
      done,
    );
    const at = fresh.at(-1)?.startedAt ?? start;
    before = new Set([
      ...(at === start ? before : []),
      ...fresh.filter((c) => c.startedAt === at).map((c) => c.id),
    ]);
    start = at;
  }
}

/** Bookings that no call was found for, newest first. */
export function unmatchedBookings(): Promise<UnmatchedBooking[]> {
  return db.bookings.orderBy('at').reverse().toArray();
}

/**
 * Ids of the reasons that calls were ever given, also where another one stands now: a call's history names
 * them, so they can be switched off but not deleted.
 */
export async function reasonsInUse(): Promise<Set<string>> {
  return new Set((await db.calls.orderBy('givenReasons').uniqueKeys()) as string[]);
}
