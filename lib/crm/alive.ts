/** Keeps calls that are out of sight while the page still counts them: a collapsed pop-up of which a number is left. */
import type { Alive } from './sighting.ts';
import { rank } from './state.ts';
import { clickThatEnds, ruleOf, type Track } from './track.ts';

/** Follows the `alive` conditions of one document. */
export interface Keeper {
  /**
   * Says which calls are kept as of a look at `at`: those that vanished as their rule's condition began to hold, or
   * its count rose. `surely` is the last moment before at which the page was as it was then. Marks the tracks.
   */
  look(alive: readonly Alive[], tracks: readonly Track[], at: number, surely: number): void;
}

interface Known extends Alive {
  /** When it last began to hold or its count rose. */
  roseAt: number;
  /** How many more calls that rise may keep. */
  room: number;
}

/** Makes the keeper of one document. */
export function createKeeper(): Keeper {
  let known: Known[] = [];
  return {
    look(alive, tracks, at, surely) {
      known = alive.map((now) =>
        risen(
          now,
          known.find((k) => k.rule === now.rule),
          at,
        ),
      );
      for (const entry of known) {
        const own = tracks.filter((t) => ruleOf(t) === entry.rule && !t.over);
        for (const t of own) if (t.kept) goOn(t, entry, at, surely);
        const lost = own.filter((t) => !t.shown && !t.kept && vanishedWith(t, entry));
        for (const t of lost.toSorted((a, b) => rank(b.state) - rank(a.state) || b.since - a.since)) {
          if (entry.room <= 0) break;
          entry.room--;
          t.kept = true;
          t.lastSeen = at;
        }
        // Which of them ended does not show: the one that had come least far, then the oldest.
        const kept = own
          .filter((t) => t.kept)
          .toSorted((a, b) => rank(a.state) - rank(b.state) || a.since - b.since);
        const surplus = entry.count === null ? 0 : kept.length - entry.count;
        for (const t of kept.slice(0, Math.max(0, surplus))) t.kept = false;
      }
    },
  };
}

function risen(now: Alive, before: Known | undefined, at: number): Known {
  const countBefore = before?.holds ? (before.count ?? 0) : 0;
  const rise = now.count === null ? Number.POSITIVE_INFINITY : now.count - countBefore;
  // What held when the page was first read kept nothing that was seen.
  const rose = before !== undefined && now.holds && (!before.holds || (now.count !== null && rise > 0));
  if (rose) return { ...now, roseAt: at, room: rise };
  const { roseAt, room } = before ?? { roseAt: Number.NEGATIVE_INFINITY, room: 0 };
  return { ...now, roseAt, room: now.holds ? room : 0 };
}

function goOn(t: Track, entry: Known, at: number, surely: number): void {
  if (t.shown) t.kept = false;
  else if (entry.holds) t.lastSeen = at;
  else {
    t.kept = false;
    t.lastSeen = Math.max(t.lastSeen, surely);
  }
}

/** In the same look, or within the grace time, whichever came first. A click that ends a call is final. */
function vanishedWith(t: Track, { holds, roseAt }: Known): boolean {
  return holds && Math.abs(roseAt - t.lastSeen) < t.graceMs && clickThatEnds(t, t.lastSeen) === null;
}
