/**
 * Follows calls from look to look, so that a page that is drawn anew, reuses its slots, lingers or shows the
 * last caller for a moment still gives each call once, with its own times. No page and no clock in here.
 */
import type { CallOnScreen } from '@/lib/calls/seen.ts';
import { createKeeper } from './alive.ts';
import { identify, isOn, type Match } from './identity.ts';
import { sameShownNumber } from './same-number.ts';
import type { Look, Sighting } from './sighting.ts';
import {
  beginsAs,
  beginTrack,
  clickThatEnds,
  fact,
  finishTrack,
  onScreen,
  seeTrack,
  type Track,
} from './track.ts';

/** Follows the calls of one document. Times are epoch ms and never go back. */
export interface Tracker {
  /**
   * Takes in a look at the page as it was at `at`. `quietUntil`: when the page first changed after the look
   * before (`at` of that look if it only may have), so until when what was shown then was surely there.
   */
  look(look: Look, at: number, quietUntil: number): void;
  /** All that is to be reported at `at`: open calls, and ended ones that linger or ended less than 60 s ago. */
  calls(at: number): CallOnScreen[];
  /** The call that an element shows, as of the last look. `null` = none. */
  callOn(root: object): CallOnScreen | null;
  /** The open call of that id, else of that number. `null` = none, or several. */
  callOf(facts: Sighting['facts']): CallOnScreen | null;
  /** A person clicked reject or hang-up: what follows ended the call at that moment. */
  ends(screenId: string, at: number): void;
  /** A call is on the page, or its fate is not known yet. */
  live(): boolean;
  /** When, after `at`, time alone will change something (grace or settle time over); `null` = never. */
  deadline(at: number): number | null;
}

/** How long an ended call is repeated at least: one lost message must not lose the end. */
export const REPEAT_ENDED_MS = 60_000;
/** Ended calls that are remembered, so that an id that shows again is known to be over. */
const REMEMBERED = 200;

/** Makes a tracker for one document. */
export function createTracker(): Tracker {
  let tracks: Track[] = [];
  let counter = 0;
  /** When each element first was a root: one that was there for a while may show what it showed before. */
  const firstKnown = new WeakMap<object, number>();
  const keeper = createKeeper();

  function look({ calls, dormant, alive = [], loading = false }: Look, at: number, quietUntil: number): void {
    for (const t of tracks) {
      if (t.shown && !t.doubt) t.lastSeen = Math.max(t.lastSeen, Math.min(quietUntil, at));
      if (!t.shown) lose(t, at);
    }
    const match = identify(tracks, calls, at);
    const begun = match.fresh.map((group) => begin(group, at, loading));
    for (const t of tracks) if (!match.known.has(t)) miss(t, calls, at, quietUntil);
    for (const [t, sightings] of match.known) {
      const surely =
        fact(t, 'id') !== undefined || (t.shown && sightings.some((s) => isOn(t, s) || s.facts.from));
      if (!surely && !t.over) t.doubt ??= { since: at, about: 'root' };
      seeTrack(t, sightings, at);
    }
    keeper.look(alive, tracks, at, Math.min(quietUntil, at));
    for (const t of tracks) if (!t.shown) lose(t, at);
    tracks = forget([...tracks.filter((t) => !isPhantom(t, match)), ...begun], at);
    for (const t of tracks) if (t.shown) t.place = calls.findIndex((s) => t.sightings.includes(s));
    for (const root of [...calls.map((s) => s.root), ...dormant]) {
      if (!firstKnown.has(root)) firstKnown.set(root, at);
    }
    for (const t of tracks) if (t.heldUntil !== null && at >= t.heldUntil) release(t);
  }

  function begin(group: Sighting[], at: number, found: boolean): Track {
    const first = group.find((s) => s.facts.id !== undefined) ?? (group[0] as Sighting);
    const used = group.some((s) => at - (firstKnown.get(s.root) ?? at) >= s.settleMs);
    const before = tracks.find((t) => t.shown && t.doubt && group.some((s) => isOn(t, s)));
    const track = beginTrack(first, before?.doubt?.since ?? at, used);
    track.found = found;
    if (track.heldUntil !== null) track.heldUntil = at + track.settleMs;
    seeTrack(track, group, at);
    if (track.heldUntil === null) release(track);
    return track;
  }

  /** From here on it is reported, under a name it keeps for ever. */
  function release(track: Track): void {
    const id = fact(track, 'id');
    track.heldUntil = null;
    beginsAs(track);
    track.screenId = id === undefined ? String(++counter) : `id:${id}`;
  }

  return {
    look,
    calls: (at) => tracks.filter((t) => t.screenId !== null && (!t.over || stays(t, at))).map(onScreen),
    callOn(root) {
      const track = tracks.findLast((t) => t.shown && t.sightings.some((s) => s.root === root));
      if (!track) return null;
      if (track.screenId === null) release(track);
      return onScreen(track);
    },
    callOf({ id, from }) {
      const open = tracks.filter((t) => !t.over);
      const named = open.filter((t) => id !== undefined && fact(t, 'id') === id);
      const found =
        named.length > 0
          ? named
          : open.filter((t) => callsFrom(t, from) && (id === undefined || fact(t, 'id') === undefined));
      const [track] = found.length === 1 ? found : [];
      if (!track) return null;
      if (track.screenId === null) release(track);
      return onScreen(track);
    },
    ends(screenId, at) {
      const track = tracks.find((t) => t.screenId === screenId);
      if (track && !track.over) track.clickedAt = at;
    },
    live: () => tracks.some((t) => !t.over || t.heldUntil !== null),
    deadline: (at) => {
      const ahead = tracks.flatMap(deadlines).filter((d) => d > at);
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
  };
}

function callsFrom(t: Track, from: string | undefined): boolean {
  return from !== undefined && sameShownNumber(fact(t, 'from') ?? '', from);
}

function miss(t: Track, calls: readonly Sighting[], at: number, quietUntil: number): void {
  // Its root went without showing another call: so what it showed last was this one.
  if (t.shown && t.doubt?.about === 'root' && !calls.some((s) => isOn(t, s))) {
    t.lastSeen = Math.max(t.lastSeen, Math.min(quietUntil, at));
  }
  t.shown = false;
}

/** Out of sight: after a click that ends a call this is its end, else once the grace time is over. */
function lose(t: Track, at: number): void {
  if (t.kept) return;
  const clicked = clickThatEnds(t, t.lastSeen) !== null;
  if (!t.over && (clicked || at - t.lastSeen >= t.graceMs)) finishTrack(t, 'gone', at);
}

/** Never reported, and its element turned out to show another call that is known. */
function isPhantom(t: Track, match: Match): boolean {
  if (t.heldUntil === null || match.known.has(t)) return false;
  const others = [...match.known.values()].flat();
  return others.some((s) => isOn(t, s));
}

/** Whether an ended call is still told: while its box lingers (drawn anew or not), and for a while in any case. */
function stays(t: Track, at: number): boolean {
  return t.shown || at - t.lastSeen < t.graceMs || at - t.overNoticed < REPEAT_ENDED_MS;
}

function forget(tracks: Track[], at: number): Track[] {
  const idle = tracks.filter((t) => t.over && !stays(t, at));
  const dropped = new Set(idle.filter((t, i) => fact(t, 'id') === undefined || i < idle.length - REMEMBERED));
  return tracks.filter((t) => !dropped.has(t));
}

function deadlines(t: Track): number[] {
  const all = t.heldUntil === null ? [] : [t.heldUntil];
  if (!t.shown && !t.kept) all.push(t.lastSeen + t.graceMs);
  if (t.over && t.shown && t.doubt) all.push(t.doubt.since + t.settleMs);
  if (t.over) return t.shown ? all : [...all, t.overNoticed + REPEAT_ENDED_MS];
  if (t.doubt) all.push(t.doubt.since + t.settleMs);
  return all;
}
