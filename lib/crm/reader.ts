/** Reads a page again and again, follows its calls, and reports what is new. */
import type { Booking, CallOnScreen, Gesture, ReadingNotes, Seen } from '@/lib/calls/seen.ts';
import { createBookings } from './bookings.ts';
import type { Shown } from './gestures.ts';
import { hasRoom } from './layout.ts';
import { createMessageLines, type Posted } from './messages.ts';
import type { Move } from './moves.ts';
import type { Profile } from './profile.ts';
import { MOST_CALLS, readAgent, readPage } from './read.ts';
import type { PageAccess } from './scope.ts';
import type { Fitness, Sighting } from './sighting.ts';
import type { Trace } from './trace.ts';
import { createTracker, REPEAT_ENDED_MS } from './tracker.ts';
import { createValve } from './valve.ts';

/** What a reader needs. */
export interface ReaderOptions {
  profile: Profile;
  page: PageAccess;
  report: (seen: Seen) => void;
  trace?: Trace | undefined;
}

/** The reader of one document. Times are epoch ms. */
export interface Reader {
  /** Reads and reports; see `PaceOptions.read`. */
  read(at: number, quietUntil: number, changed: boolean): number | null;
  /** The next reading is reported even if it is like the last. */
  repeat(): void;
  /** A call is being followed. */
  live(): boolean;
  /** What shows as of the last read. */
  shown(): Shown[];
  /** Elements that show a call or could, as of the last read. */
  roots(): readonly object[];
  /** The last read gave news that wait, since there were too many of late. */
  held(): boolean;
  /** Reports a person's click on a call, made at `at`. */
  gesture(is: Gesture['is'], call: CallOnScreen, at: number): void;
  /** Takes in a move of the address at `at`, and reports a booking that it confirms. */
  move(move: Move, at: number): void;
  /** Takes in what an embedded phone posted at `at`; true where the page should be read for it. */
  message(posted: Posted, at: number): boolean;
}

/** While a call shows, the page is read this often even if its document does not change (styles alone may). Also while a component that is looked into has no shadow root yet. */
const AGAIN_MS = 1_000;
/** While a call shows, a full report is repeated after this. */
const REPEAT_MS = 20_000;
/** While no call shows, who is signed in is looked up no more often than this, once known. */
const AGENT_MS = 5_000;
/** What shows within this after the page has loaded may have begun before. */
const LOADING_MS = 5_000;
/** What does not fit is said again no more often than this. */
const NOTES_MS = 60_000;

/** Makes a reader. */
export function createReader({ profile, page, report, trace }: ReaderOptions): Reader {
  const { document } = page;
  const tracker = createTracker();
  const bookings = createBookings(profile.bookings ?? [], page, trace);
  const lines = createMessageLines(profile.messages ?? [], profile.calls.length, trace);
  const readings = createValve();
  const booked = createValve();
  const gestured = createValve();
  let sightings: Sighting[] = [];
  let dormant: readonly object[] = [];
  let agent: string | undefined;
  let agentAt = Number.NEGATIVE_INFINITY;
  let reported: string | null = null;
  let reportedAt = 0;
  let forced = false;
  let held = false;
  let notes: ReadingNotes | null = null;
  let unsaid: ReadingNotes | null = null;
  let notedAt = Number.NEGATIVE_INFINITY;
  let started = false;
  let loadedAt: number | null = null;

  /** What does not fit, where it is news. */
  function noteFitness({ tooWide, unknown }: Fitness, at: number): void {
    const now = { ...(tooWide.length > 0 ? { tooWide } : {}), ...(unknown > 0 ? { unknown } : {}) };
    const isNew =
      JSON.stringify(now.tooWide) !== JSON.stringify(notes?.tooWide) || (unknown > 0 && !notes?.unknown);
    if (!isNew && at - notedAt < NOTES_MS) return;
    for (const rule of tooWide)
      trace?.({ at, path: `calls[${rule}].root`, what: 'rule-too-wide', most: MOST_CALLS });
    const before = notes !== null && Object.keys(notes).length > 0;
    if (Object.keys(now).length > 0 || before) reported = null;
    unsaid = Object.keys(now).length > 0 ? now : unsaid;
    notes = now;
    notedAt = at;
  }

  function tell(at: number): boolean {
    const calls = tracker.calls(at);
    const repeats = calls.some((c) => isNews(c, at));
    const shows = JSON.stringify([agent, calls]);
    const isDue = forced || shows !== reported || (repeats && at - reportedAt >= REPEAT_MS);
    // A page that flips without end is told as a level, now and then.
    held = isDue && !forced && !readings.pass(at);
    if (isDue && !held) {
      reported = shows;
      reportedAt = at;
      forced = false;
      report({ kind: 'reading', at, ...signedIn(), ...(unsaid ? { notes: unsaid } : {}), calls });
      unsaid = null;
    }
    return repeats;
  }

  /** Reports a booking, unless the page makes them without end. */
  function tellBooking(booking: Omit<Booking, 'agent'>): void {
    if (booked.pass(booking.at)) report({ ...booking, ...signedIn() });
    else trace?.({ at: booking.at, path: 'bookings', what: 'too-many' });
  }

  function signedIn(): { agent?: string } {
    return agent === undefined ? {} : { agent };
  }

  return {
    read(at, quietUntil, changed) {
      // Hidden by its host, a document says nothing: what is known stands, and goes on being told.
      if (!hasRoom(document)) {
        if (!tracker.live()) return null;
        tell(at);
        return at + AGAIN_MS;
      }
      if (agent === undefined || tracker.live() || at - agentAt >= AGENT_MS) {
        agent = readAgent(profile, page);
        agentAt = at;
      }
      if (document.readyState === 'complete') loadedAt ??= at;
      const loading = loadedAt === null || at - loadedAt < LOADING_MS;
      const look = readPage(profile, page, agent);
      sightings = look.calls;
      dormant = look.dormant;
      const told = lines.sightings();
      tracker.look(
        { ...look, calls: told.length > 0 ? [...look.calls, ...told] : look.calls, loading },
        at,
        quietUntil,
      );
      noteFitness(look, at);
      const repeats = tell(at);
      // What the page had in it while it was still being written was there before too.
      const start = !started;
      started = document.readyState !== 'loading';
      for (const booking of bookings.look(at, quietUntil, start)) tellBooking(booking);

      const times = [tracker.deadline(at), bookings.deadline()];
      if (repeats) times.push(reportedAt + REPEAT_MS);
      if (held) times.push(readings.opensAt());
      // A panel that was just changed may come into sight by a transition, which changes no document.
      if (tracker.live() || (changed && look.dormant.length > 0)) times.push(at + AGAIN_MS);
      if (page.awaitsShadow()) times.push(at + AGAIN_MS);
      const ahead = times.filter((t) => t !== null);
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
    repeat() {
      forced = true;
    },
    live: tracker.live,
    roots: () => [...sightings.map(({ root }) => root), ...dormant],
    held: () => held,
    shown: () =>
      sightings.flatMap((sighting) => {
        const call = tracker.callOn(sighting.root);
        return call ? [{ sighting, call }] : [];
      }),
    gesture(is, call, at) {
      const clickedAt = Math.max(at, call.since);
      report({ kind: 'gesture', is, at: clickedAt, ...signedIn(), call });
      if (is !== 'claim') tracker.ends(call.screenId, clickedAt);
    },
    move(move, at) {
      for (const booking of bookings.move(move, at)) tellBooking(booking);
    },
    message(posted, at) {
      const news = lines.take(posted, at);
      if (news === null || news === 'line') return news === 'line';
      const call = tracker.callOf(news.facts);
      if (!call) trace?.({ at, path: 'messages', what: 'message-of-no-call', origin: posted.origin });
      else if (gestured.pass(at)) this.gesture(news.gesture, call, at);
      else trace?.({ at, path: 'messages', what: 'too-many' });
      return false;
    },
  };
}

/** An open call, or one that ended so lately that the end is said again. */
function isNews(call: CallOnScreen, at: number): boolean {
  return (call.state !== 'ended' && call.state !== 'missed') || at - call.stateSince < REPEAT_ENDED_MS;
}
