/** Reads a page again and again, follows its calls, and reports what is new. */
import type { CallOnScreen, Gesture, Seen } from '@/lib/calls/seen.ts';
import { createBookings } from './bookings.ts';
import type { Shown } from './gestures.ts';
import { hasRoom } from './layout.ts';
import type { Profile } from './profile.ts';
import { readAgent, readPage } from './read.ts';
import type { Sighting } from './sighting.ts';
import { createTracker, REPEAT_ENDED_MS } from './tracker.ts';

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
  /** Reports a person's click on a call, made at `at`. */
  gesture(is: Gesture['is'], call: CallOnScreen, at: number): void;
}

/** While a call shows, the page is read this often even if its document does not change (styles alone may). */
const AGAIN_MS = 1_000;
/** While a call shows, a full report is repeated after this. */
const REPEAT_MS = 20_000;
/** While no call shows, who is signed in is looked up no more often than this, once known. */
const AGENT_MS = 5_000;

/** Makes a reader. */
export function createReader(profile: Profile, document: Document, report: (seen: Seen) => void): Reader {
  const tracker = createTracker();
  const bookings = createBookings(profile.bookings ?? [], document);
  let sightings: Sighting[] = [];
  let agent: string | undefined;
  let agentAt = Number.NEGATIVE_INFINITY;
  let reported: string | null = null;
  let reportedAt = 0;
  let started = false;

  function tell(at: number): boolean {
    const calls = tracker.calls(at);
    const repeats = calls.some((c) => isNews(c, at));
    const shows = JSON.stringify([agent, calls]);
    if (shows !== reported || (repeats && at - reportedAt >= REPEAT_MS)) {
      reported = shows;
      reportedAt = at;
      report({ kind: 'reading', at, ...signedIn(), calls });
    }
    return repeats;
  }

  function signedIn(): { agent?: string } {
    return agent === undefined ? {} : { agent };
  }

  return {
    read(at, quietUntil, changed) {
      if (!hasRoom(document)) return null;
      if (agent === undefined || tracker.live() || at - agentAt >= AGENT_MS) {
        agent = readAgent(profile, document);
        agentAt = at;
      }
      const look = readPage(profile, document, agent);
      sightings = look.calls;
      tracker.look(look, at, quietUntil);
      const repeats = tell(at);
      const start = !started || document.readyState === 'loading';
      started = true;
      for (const booking of bookings.look(at, quietUntil, start)) report({ ...booking, ...signedIn() });

      const times = [tracker.deadline(at)];
      if (repeats) times.push(reportedAt + REPEAT_MS);
      // A panel that was just changed may come into sight by a transition, which changes no document.
      if (tracker.live() || (changed && look.dormant.length > 0)) times.push(at + AGAIN_MS);
      const ahead = times.filter((t) => t !== null);
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
    repeat() {
      reported = null;
    },
    live: tracker.live,
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
  };
}

/** An open call, or one that ended so lately that the end is said again. */
function isNews(call: CallOnScreen, at: number): boolean {
  return (call.state !== 'ended' && call.state !== 'missed') || at - call.stateSince < REPEAT_ENDED_MS;
}
