/**
 * Which sighting is which call: by the CRM's id, else its key, else the same element, else the same number,
 * else a form that goes while another comes. Better evidence is asked of all sightings before worse.
 */
import { otherNumber, sameShownNumber } from './same-number.ts';
import type { Sighting } from './sighting.ts';
import { isOver, rank } from './state.ts';
import { fact, isSettled, type Track } from './track.ts';

/** The calls followed, and which of them the sightings of one look are. */
export interface Match {
  /** Sightings by the call they are of. */
  known: Map<Track, Sighting[]>;
  /** Sightings of calls not followed yet: those of one call together. */
  fresh: Sighting[][];
}

/**
 * Sorts the sightings of one look at `at` (epoch ms). Tracks that are out of sight for longer than their grace
 * time must have been finished before.
 */
export function identify(tracks: readonly Track[], sightings: readonly Sighting[], at: number): Match {
  const known = new Map<Track, Sighting[]>();
  let rest = [...sightings];

  // The latest counts, but of several that show at once the first, so that a list that is drawn anew keeps its order.
  const latestFirst = tracks.toReversed();
  const asShown = tracks.filter(({ shown }) => shown).toSorted((a, b) => a.place - b.place);
  const settle = (same: (t: Track, s: Sighting) => boolean, among = latestFirst) => {
    rest = rest.filter((s) => {
      const track = among.find((t) => same(t, s));
      if (!track) return true;
      known.set(track, [...(known.get(track) ?? []), s]);
      return false;
    });
  };
  /** The call shows already in this look by the same rule: a second element of that rule is a second call. */
  const doubled = (t: Track, s: Sighting) => known.get(t)?.some((other) => other.rule === s.rule) ?? false;

  settle((t, s) => equal(t, s, 'id'));
  settle((t, s) => equal(t, s, 'key') && !otherId(t, s) && lets(t, s, at) && !rebound(t, s, at));
  settle((t, s) => isOn(t, s) && lets(t, s, at) && !rebound(t, s, at) && !isOthers(tracks, t, s, at));
  const called = (t: Track, s: Sighting) =>
    sameCaller(t, s) && lets(t, s, at) && !otherId(t, s) && !doubled(t, s);
  // Several calls from one number (withheld, say) are told apart by what they were doing a moment ago.
  settle((t, s) => t.state === s.state && called(t, s), asShown);
  settle(called);
  const swaps = (t: Track, s: Sighting) => !known.has(t) && isSwap(t, s, at);
  settle((t, s) => t.state === s.state && swaps(t, s), asShown);
  settle(swaps, asShown);
  settle(swaps);

  const fresh: Sighting[][] = [];
  for (const s of rest) {
    const group = fresh.find((g) => g.some((other) => isSameFresh(other, s)));
    if (group) group.push(s);
    else fresh.push([s]);
  }
  return { known, fresh };
}

/** Whether the element showed this call at its last sighting. */
export function isOn(track: Track, s: Sighting): boolean {
  return track.sightings.some((seen) => seen.root === s.root);
}

function equal(t: Track, s: Sighting, name: 'id' | 'key'): boolean {
  return s.facts[name] !== undefined && fact(t, name) === s.facts[name];
}

function differ(t: Track, s: Sighting, name: 'id' | 'key'): boolean {
  const [mine, its] = [fact(t, name), s.facts[name]];
  return mine !== undefined && its !== undefined && mine !== its;
}

/** Another call by what the CRM says. */
function otherId(t: Track, s: Sighting): boolean {
  return differ(t, s, 'id') || differ(t, s, 'key');
}

function sameCaller(t: Track, s: Sighting): boolean {
  const [mine, its] = [fact(t, 'from'), s.facts.from];
  return mine !== undefined && its !== undefined && sameShownNumber(mine, its);
}

function otherCaller(t: Track, s: Sighting): boolean {
  const [mine, its] = [fact(t, 'from'), s.facts.from];
  return mine !== undefined && its !== undefined && otherNumber(mine, its);
}

/** Whether a call in this state can be what the sighting shows: one that is over never rings again. */
function lets(t: Track, s: Sighting, at: number): boolean {
  if (s.state !== null && isOver(s.state)) return true;
  if (!t.over) return !(t.clickedAt !== null && s.state === 'ringing' && rank(t.state) > 0 && !isOn(t, s));
  // A page that shows no state of its own says nothing new of the box that stays.
  if (s.state === null) return t.shown && isOn(t, s);
  if (s.state === 'ringing') return false;
  switch (t.over) {
    case 'sign':
      // A flash of it is none; what goes on is another call, on a page that shows no ringing.
      return t.shown && isOn(t, s) && !(t.doubt && at - t.doubt.since >= t.settleMs);
    case 'click':
      // After a hang-up the page may go on drawing the call for a while.
      return (t.shown && isOn(t, s)) || at - t.lastSeen < t.graceMs;
    case 'gone':
      return false;
    default:
      return t.over satisfies never;
  }
}

/** The element shows another call than before; while fields settle, that is a correction. */
function rebound(t: Track, s: Sighting, at: number): boolean {
  if (t.heldUntil !== null && !t.over) return false;
  if (otherId(t, s)) return true;
  return otherCaller(t, s) && (t.over !== null || isSettled(t, 'from', at));
}

/**
 * The number on the call's element is that of another open call: of one that stands, so the two changed places; or of
 * one that was out of sight, so it is back and only flashed up here before.
 */
function isOthers(tracks: readonly Track[], t: Track, s: Sighting, at: number): boolean {
  if (!otherCaller(t, s)) return false;
  return tracks.some((other) => {
    if (other === t || other.over || !sameCaller(other, s)) return false;
    return isSettled(other, 'from', at) || (t.heldUntil !== null && !other.shown);
  });
}

/** A form goes while another comes in the same look; or a root is back within the grace time, drawn anew. */
function isSwap(t: Track, s: Sighting, at: number): boolean {
  if (t.over || otherId(t, s) || otherCaller(t, s)) return false;
  if (s.state !== null && rank(s.state) < rank(t.state)) return false;
  return t.shown || (at - t.lastSeen < t.graceMs && t.sightings.some((seen) => seen.rule === s.rule));
}

/** Two new sightings of one look are one call: by id, key or element; by number only in two different forms. */
function isSameFresh(a: Sighting, b: Sighting): boolean {
  const both = (name: 'id' | 'key') => a.facts[name] !== undefined && b.facts[name] !== undefined;
  for (const name of ['id', 'key'] as const) if (both(name)) return a.facts[name] === b.facts[name];
  if (a.root === b.root) return true;
  const [x, y] = [a.facts.from, b.facts.from];
  return a.rule !== b.rule && x !== undefined && y !== undefined && sameShownNumber(x, y);
}
