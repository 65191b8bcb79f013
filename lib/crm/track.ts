/**
 * One call as it is followed from look to look: what is known of it, and how a new sighting changes that.
 * No page and no clock: elements are identities, times are arguments (epoch ms).
 */
import type { CallOnScreen } from '@/lib/calls/seen.ts';
import type { StateName } from './profile.ts';
import { PATIENCE, type Settling, stands } from './settling.ts';
import { FACTS, type FactName, type Sighting } from './sighting.ts';
import { furthest, isOver, rank } from './state.ts';

/** How long a page may take to end a call after the click that ends it. */
const CLICK_ENDS_MS = 10_000;

/** One call, as followed. */
export interface Track {
  /** `null` until it is first reported. */
  screenId: string | null;
  state: StateName;
  stateSince: number;
  direction: 'inbound' | 'outbound';
  since: number;
  facts: Partial<Record<FactName, Settling>>;
  /** The sightings of the last look that showed it. */
  sightings: Sighting[];
  /** Where the first of them was among all sightings of that look. */
  place: number;
  /** The last look showed it. */
  shown: boolean;
  /** Out of sight, but its rule's `alive` says that it goes on. */
  kept: boolean;
  /** It was there while the page loaded: how it began is not known. */
  found: boolean;
  /** The last moment it, or after its end its box, was surely there. */
  lastSeen: number;
  /**
   * What shows may be another call that only looks like this one (its state goes back; another root came
   * without a number): until that is settled, `lastSeen` does not move on. `null` = no doubt.
   */
  doubt: { since: number; about: 'state' | 'root' } | null;
  /** Not reported before: what a used slot shows at first may still be the last call's. `null` = reported. */
  heldUntil: number | null;
  /** When a person clicked reject or hang-up. */
  clickedAt: number | null;
  /** Why it is over: a sign on the page, a click and what followed, or out of sight for too long. */
  over: 'sign' | 'click' | 'gone' | null;
  /** When that was noticed. */
  overNoticed: number;
  settleMs: number;
  graceMs: number;
}

/** Begins to follow a call first seen at `at`; `held` for an element that showed something else before. */
export function beginTrack(s: Sighting, at: number, held: boolean): Track {
  const waits = s.settleMs > 0 && (held || (s.expectsId && s.facts.id === undefined));
  return {
    screenId: null,
    state: s.state ?? 'ringing',
    stateSince: at,
    direction: s.direction ?? 'inbound',
    since: at,
    facts: {},
    sightings: [],
    place: 0,
    shown: false,
    kept: false,
    found: false,
    lastSeen: at,
    doubt: null,
    heldUntil: waits ? at + s.settleMs : null,
    clickedAt: null,
    over: null,
    overNoticed: 0,
    settleMs: s.settleMs,
    graceMs: s.graceMs,
  };
}

/** The value of a field, as known. */
export function fact(track: Track, name: FactName): string | undefined {
  return track.facts[name]?.value;
}

/** Place in the profile of the rule that showed it last. */
export function ruleOf(track: Track): number | undefined {
  return track.sightings[0]?.rule;
}

/** Takes in how it began, once that is settled: some directions are told by it alone. */
export function beginsAs(track: Track): void {
  if (track.found) return;
  const first = track.state === 'held' ? 'connected' : track.state;
  if (track.sightings.some((s) => s.directionBy?.(first) === 'outbound')) track.direction = 'outbound';
}

/** Whether a field's value stands: it was not changed for the settle time. */
export function isSettled(track: Track, name: FactName, at: number): boolean {
  const known = track.facts[name];
  return known === undefined || stands(known, track.settleMs, at);
}

/** Takes in what one look shows of the call (at least one sighting). */
export function seeTrack(track: Track, sightings: Sighting[], at: number): void {
  track.sightings = sightings;
  track.shown = true;
  const had = fact(track, 'claimedBy');
  learn(track, sightings, at);
  if (sightings.some((s) => s.direction === 'outbound')) track.direction = 'outbound';
  const state = furthest(sightings);
  if (track.over) doubtState(track, state !== null && !isOver(state), at);
  else if (track.heldUntil !== null && state !== null && !isOver(state)) provisional(track, state, at);
  else if (state !== null && takesOver(track, sightings, had)) provisional(track, state, at);
  else if (state !== null) follow(track, state, at);
  if (!track.over && track.doubt && at - track.doubt.since >= track.settleMs) track.doubt = null;
  if (!track.doubt) track.lastSeen = at;
}

/** Ends a call: by its click where there was one, else now for a sign, else when it was last seen. */
export function finishTrack(
  track: Track,
  how: 'sign' | 'gone',
  at: number,
  state: StateName = 'ended',
): void {
  const seen = how === 'sign' ? at : track.lastSeen;
  const clicked = clickThatEnds(track, seen);
  track.over = clicked !== null ? 'click' : how;
  track.overNoticed = at;
  track.state = state;
  track.stateSince = Math.max(clicked ?? seen, track.since);
  track.doubt = null;
}

/**
 * When a person clicked reject or hang-up, if the call went soon enough after it: one that was there long after
 * (the question "End call?" was answered with no) did not end by that click. `seen` = when it was there at last.
 */
export function clickThatEnds({ clickedAt, graceMs }: Track, seen: number): number | null {
  return clickedAt !== null && seen - clickedAt <= Math.max(graceMs, CLICK_ENDS_MS) ? clickedAt : null;
}

/** The call as it is reported. Its screen id must have been given. */
export function onScreen(track: Track): CallOnScreen {
  if (track.screenId === null) throw new Error('A call without a screen id was reported');
  const { screenId, state, direction, since, stateSince } = track;
  const call: CallOnScreen = { screenId, state, direction, since, stateSince };
  if (track.over === 'gone') call.vanished = true;
  for (const name of FACTS) {
    const value = fact(track, name);
    if (value !== undefined) call[name] = value;
  }
  return call;
}

/** Another name than `had` is on a call that was taken, and it is not another CSR's: the only way back there is. */
function takesOver(track: Track, sightings: Sighting[], had: string | undefined): boolean {
  if (track.state !== 'taken' || had === undefined) return false;
  return sightings.some(({ state, facts: { claimedBy } }) => {
    const mine = state !== null && state !== 'taken' && !isOver(state);
    return mine && claimedBy !== undefined && claimedBy !== had;
  });
}

/** A state never goes back. */
function follow(track: Track, state: StateName, at: number): void {
  if (isOver(state)) {
    finishTrack(track, 'sign', at, state);
    return;
  }
  doubtState(track, rank(state) < rank(track.state), at);
  if (rank(state) < rank(track.state) || state === track.state) return;
  track.state = state;
  track.stateSince = at;
  // It goes on long after the click: that click ended nothing.
  if (track.clickedAt !== null && at - track.clickedAt > track.graceMs) track.clickedAt = null;
}

/** What a used slot shows at first may be the last call's state too. One that is taken over goes back as well. */
function provisional(track: Track, state: StateName, at: number): void {
  if (state !== track.state) track.stateSince = at;
  track.state = state;
}

function doubtState(track: Track, doubtful: boolean, at: number): void {
  if (doubtful) track.doubt ??= { since: at, about: 'state' };
  else if (track.doubt?.about === 'state') track.doubt = null;
}

function learn(track: Track, sightings: Sighting[], at: number): void {
  // What shows on after the end is soon the next call's.
  if (track.over && at - track.overNoticed >= track.settleMs) return;
  for (const name of FACTS) {
    const value = sightings.find((s) => s.facts[name] !== undefined)?.facts[name];
    const known = track.facts[name];
    if (value === undefined || value === known?.value) continue;
    const follows = name === 'claimedBy' && !track.over;
    if (known && !follows && stands(known, track.settleMs, at)) continue;
    track.facts[name] = { value, firstAt: known?.firstAt ?? at, changedAt: at };
    if (track.heldUntil !== null) {
      track.heldUntil = Math.min(at, track.since + PATIENCE * track.settleMs) + track.settleMs;
    }
  }
}
