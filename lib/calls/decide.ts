/**
 * Compares what a page shows with what is known and says what is new. Pure: time and ids are arguments.
 * Repeats, reloads, second tabs and worker restarts are harmless because only differences become events.
 */

import { bookedCall } from './booked-call.ts';
import type { Call, CallEvent, Facts, RulesAtEnd, Signal } from './call.ts';
import { factsByPage, LOST_RACE_MS } from './fold.ts';
import type { Booking, CallOnScreen, Gesture, Observation, Reading, Source } from './seen.ts';
import { FORGET_MS, type Watch } from './watch-log.ts';
import { callId, isOver, shownElsewhere, whichCall } from './which-call.ts';

/** What was known before the observation: open calls of the origin, calls shown or named by the watchers of this tab. */
export interface Known {
  calls: ReadonlyMap<string, Call>;
  /** All watchers of the origin, the one that speaks among them if it was heard before. */
  watches: readonly Watch[];
}

/** What decide needs to know of the world. */
export interface World {
  /** The worker's clock, epoch ms: only for knowing when a watcher was heard. */
  now: number;
  /** Name and signals of the profile that read the page. */
  crm: string;
  signals: readonly Signal[];
  /** The rules in force, kept by the calls that end now. */
  rules: RulesAtEnd;
  /** Whether two numbers, as pages show them, are one. */
  sameNumber: (a: string, b: string) => boolean;
}

/** New events of one call. */
export interface News {
  id: string;
  origin: string;
  crm: string;
  events: CallEvent[];
}

/** A booking that no call could be found for: kept for a person to match. */
export interface UnmatchedBooking {
  id: string;
  at: number;
  origin: string;
  crm: string;
  job: string | null;
  csr: string | null;
}

/** What an observation changes. */
export interface Decision {
  news: News[];
  /** The watcher as it is now known. */
  watch: Watch;
  /** Older watchers of the same frame that this one replaces. */
  replaced: Watch[];
  unmatched: UnmatchedBooking | null;
}

/** Ids of calls that an observation may speak of, so that the store can load them. */
export function namedCalls(o: Observation, source: Source): string[] {
  const { seen } = o;
  switch (seen.kind) {
    case 'reading':
      return seen.calls.flatMap((c) => (c.id === undefined ? [] : [callId(source.origin, c.id)]));
    case 'gesture':
      return seen.call.id === undefined ? [] : [callId(source.origin, seen.call.id)];
    case 'booking':
      return seen.call === undefined ? [] : [callId(source.origin, seen.call)];
    case 'farewell':
      return [];
    default:
      return seen satisfies never;
  }
}

/** Says what is new in an observation; `null` where it was kept before (a repeat). */
export function decide(known: Known, o: Observation, source: Source, world: World): Decision | null {
  const before = known.watches.find((w) => w.watcher === o.watcher);
  if (before && o.seq <= before.seq) return null;
  const scene = new Scene(known, o, source, world, before);
  const { seen } = o;
  switch (seen.kind) {
    case 'reading':
      scene.read(seen);
      break;
    case 'gesture':
      scene.gesture(seen);
      break;
    case 'booking':
      scene.book(seen);
      break;
    case 'farewell':
      scene.leave();
      break;
    default:
      seen satisfies never;
  }
  return scene.decision();
}

class Scene {
  readonly watch: Watch;
  private readonly news = new Map<string, News>();
  private readonly replaced: Watch[];
  private unmatched: UnmatchedBooking | null = null;
  readonly known: Known;
  private readonly o: Observation;
  private readonly source: Source;
  readonly world: World;
  private events = 0;

  constructor(known: Known, o: Observation, source: Source, world: World, before: Watch | undefined) {
    this.known = known;
    this.o = o;
    this.source = source;
    this.world = world;
    const skewMs = before?.skewMs ?? skew(known, o.seen.at);
    const said = o.seen.kind === 'farewell' ? undefined : o.seen.agent;
    const at = o.seen.at + skewMs;
    this.replaced = before
      ? []
      : known.watches
          .filter((w) => w.leftAt === null && w.tabId === source.tabId && w.frameId === source.frameId)
          .map((w) => ({ ...w, leftAt: w.seenAt, heardAt: world.now }));
    this.watch = {
      watcher: o.watcher,
      ...source,
      profile: o.profile,
      seq: o.seq,
      skewMs,
      seenAt: Math.max(before?.seenAt ?? at, at),
      heardAt: world.now,
      agent: said ?? before?.agent ?? null,
      // Back from the back-forward cache: it speaks again after its farewell.
      leftAt: before?.leftAt != null && at <= before.leftAt ? before.leftAt : null,
      shown: structuredCloneShown(before?.shown ?? {}),
    };
  }

  decision(): Decision {
    const news = [...this.news.values()].filter((n) => n.events.length > 0);
    return { news, watch: this.watch, replaced: this.replaced, unmatched: this.unmatched };
  }

  read(reading: Reading): void {
    const at = this.ours(reading.at);
    const there = new Set<string>();
    for (const c of reading.calls) {
      there.add(c.screenId);
      this.onScreen(c, at);
    }
    for (const [screenId, shown] of Object.entries(this.watch.shown)) {
      if (there.has(screenId)) continue;
      if (!shown.live) {
        if (at - shown.seenAt > FORGET_MS) delete this.watch.shown[screenId];
        continue;
      }
      // The watcher names ends itself; one that it dropped without a word was last seen when it said so.
      shown.live = false;
      const call = this.known.calls.get(shown.call);
      if (call && call.endedAt === null && !shownElsewhere(shown.call, this)) {
        this.end(call, shown.seenAt, 'inferred');
      }
    }
  }

  gesture(g: Gesture): void {
    const at = this.ours(g.at);
    const call = this.onScreen(g.call, at);
    if (!call) return;
    const known = this.known.calls.get(call);
    if (known && isOver(known)) return;
    const events = known?.events ?? [];
    switch (g.is) {
      case 'claim':
        if (!events.some((e) => e.type === 'claimed' && !e.elsewhere)) {
          this.add(call, {
            type: 'claimed',
            at: this.notBefore(known, at),
            by: 'gesture',
            ...csr(this.watch),
          });
        }
        break;
      case 'reject':
        if (!events.some((e) => e.type === 'rejected')) {
          this.add(call, { type: 'rejected', at: this.notBefore(known, at), by: 'gesture' });
        }
        break;
      case 'hang-up':
        // The watcher dates the end to this click once the call goes; the click alone may have missed.
        break;
      default:
        g.is satisfies never;
    }
  }

  book(b: Booking): void {
    const at = this.ours(b.at);
    const call = bookedCall(b, at, this);
    const job = b.job === undefined ? {} : { job: b.job };
    if (call) {
      const again = call.events.some(
        (e) => e.type === 'booked' && (b.job === undefined ? e.at === at : e.job === b.job),
      );
      if (!again) this.add(call.id, { type: 'booked', at: Math.max(at, call.startedAt), ...job });
      return;
    }
    this.unmatched = {
      id: `${this.o.watcher}:${this.o.seq}`,
      at,
      origin: this.source.origin,
      crm: this.world.crm,
      job: b.job ?? null,
      csr: this.watch.agent,
    };
  }

  /** The document goes: what it showed was there until now, also where the tab's end was heard of first. */
  leave(): void {
    const at = this.watch.seenAt;
    this.watch.leftAt = at;
    for (const shown of Object.values(this.watch.shown)) {
      if (!shown.live) continue;
      shown.seenAt = at;
      const call = this.known.calls.get(shown.call);
      if (call?.mayReturn && at > (call.endedAt ?? at)) this.end(call, at, 'inferred');
    }
  }

  /** Brings one call on screen up to date; gives its id, `null` for one that is over and was never known. */
  private onScreen(c: CallOnScreen, at: number): string | null {
    const id = whichCall(c, this);
    const known = this.known.calls.get(id) ?? null;
    const over = c.state === 'ended' || c.state === 'missed';
    if (!known && (over || c.state === 'unknown')) return null;
    // A call of whose end there was a sign stays ended: a tab that lags behind cannot bring it back.
    const ended = known !== null && isOver(known);
    this.watch.shown[c.screenId] = {
      call: id,
      ...(c.key === undefined ? {} : { key: c.key }),
      ...(c.id === undefined || id === callId(this.source.origin, c.id) ? {} : { id: c.id }),
      seenAt: ended ? (known.endedAt ?? at) : over ? this.ours(c.stateSince) : at,
      live: !over && !ended,
    };
    if (ended) return id;
    if (known) this.noteFacts(known, c, at);
    else this.begin(id, c);
    this.follow(id, known, c, at);
    return id;
  }

  private begin(id: string, c: CallOnScreen): void {
    this.add(id, {
      type: 'rang',
      at: this.ours(c.since),
      signals: [...this.world.signals],
      direction: c.direction,
      facts: factsOnScreen(c),
    });
  }

  private noteFacts(known: Call, c: CallOnScreen, at: number): void {
    if (c.direction === 'outbound' && known.direction === 'inbound') {
      this.add(known.id, { type: 'rang', at: known.startedAt, direction: 'outbound' });
    }
    if (known.endedAt !== null) return;
    const said = factsByPage(known.events);
    const changed = Object.entries(factsOnScreen(c)).filter(
      ([k, v]) => !this.isSaid(said, k as keyof Facts, v),
    );
    if (changed.length > 0) this.add(known.id, { type: 'noted', at, facts: Object.fromEntries(changed) });
  }

  /** Each frame writes a number in its own way: of two ways the one with more digits stands, not the last. */
  private isSaid(said: Facts, fact: keyof Facts, value: string): boolean {
    const before = said[fact];
    if (before === undefined || before === value) return before === value;
    const digits = (number: string) => number.replace(/\D/g, '').length;
    const isNumber = fact === 'from' || fact === 'to';
    return isNumber && digits(value) <= digits(before) && this.world.sameNumber(before, value);
  }

  /** The events that lead from what is known to the state on screen. */
  private follow(id: string, known: Call | null, c: CallOnScreen, readAt: number): void {
    const at = this.notBefore(known, this.ours(c.stateSince));
    const over = c.state === 'ended' || c.state === 'missed';
    if (known?.mayReturn && !over && c.state !== 'unknown') {
      const again = Math.max(readAt, (known.endedAt ?? 0) + 1);
      this.add(id, { type: 'resumed', at: again });
      if (c.state === 'held') this.add(id, { type: 'held', at: again + 1 });
    }
    if (!over && known?.taken && this.isOwnName(c.claimedBy)) this.tookOver(known, c, at);
    switch (c.state) {
      case 'connected':
        if ((known?.connectedAt ?? null) === null) this.add(id, { type: 'connected', at });
        else if (known?.onHold && at > lastHold(known)) this.add(id, { type: 'resumed', at });
        break;
      case 'held':
        if ((known?.connectedAt ?? null) === null) this.add(id, { type: 'connected', at });
        if (!known?.onHold && !known?.mayReturn && at > lastHold(known)) this.add(id, { type: 'held', at });
        break;
      case 'taken':
        if (!this.isOwnName(c.claimedBy)) this.claimedElsewhere(id, known, c, at);
        break;
      case 'ended':
      case 'missed':
        if (known) this.over(known, c, at);
        break;
      case 'ringing':
      case 'connecting':
      case 'unknown':
        break;
      default:
        c.state satisfies never;
    }
  }

  /** Another CSR's name is on it: none of ours, or no longer ours. */
  private claimedElsewhere(id: string, known: Call | null, c: CallOnScreen, at: number): void {
    const last = known?.events.findLast((e) => e.type === 'claimed');
    if (last?.elsewhere && last.csr === c.claimedBy) return;
    // A tab that lags behind still shows who had it before it was taken over here.
    if (last?.by === 'page' && at <= last.at) return;
    const csr = c.claimedBy === undefined ? {} : { csr: c.claimedBy };
    this.add(id, { type: 'claimed', at, elsewhere: true, ...csr });
    const mineSince = Math.max(known?.claimedAt ?? 0, known?.connectedAt ?? 0);
    // Handed over: it ends for this CSR, by the rules of this moment.
    if (known && known.answeredAt !== null && at - mineSince > LOST_RACE_MS) this.end(known, at, 'seen');
  }

  /** It was another CSR's, and now this one's name is on it: taken over. The click that did it was beside the call. */
  private tookOver(known: Call, { claimedBy = '' }: CallOnScreen, at: number): void {
    this.add(known.id, { type: 'claimed', at, by: 'page', csr: claimedBy });
  }

  private isOwnName(name: string | undefined): boolean {
    return name !== undefined && name.toLocaleLowerCase() === this.watch.agent?.toLocaleLowerCase();
  }

  private over(known: Call, c: CallOnScreen, at: number): void {
    // Out of sight here, but another tab still shows it: it goes on there.
    if (c.vanished && shownElsewhere(known.id, this)) return;
    const byOther = c.claimedBy !== undefined && !this.isOwnName(c.claimedBy);
    if (byOther && known.claimedAt === null && this.watch.agent !== null) {
      this.claimedElsewhere(known.id, known, c, at);
    }
    if (known.endedAt === null) this.end(known, at, 'seen', c.vanished);
    else if (!c.vanished) this.end(known, at, 'seen');
  }

  private end(call: Call, at: number, end: 'seen' | 'inferred', vanished = false): void {
    const { rules } = this.world;
    const how = vanished ? { vanished } : {};
    this.add(call.id, { type: 'ended', at: this.notBefore(call, at), end, ...how, rules });
  }

  /** No event of a course lies before what the call is already known to have done, whatever the clocks say. */
  private notBefore(known: Call | null | undefined, at: number): number {
    return known ? Math.max(at, known.lastAt) : at;
  }

  private ours(at: number): number {
    return at + this.watch.skewMs;
  }

  private add(id: string, event: DistributiveOmit<CallEvent, 'id'>): void {
    const entry = this.news.get(id) ?? {
      id,
      origin: this.source.origin,
      crm: this.known.calls.get(id)?.crm ?? this.world.crm,
      events: [],
    };
    // With its type: a retry after a crash may find another state, and so say something else at this place.
    const eventId = `${this.o.watcher}:${this.o.seq}:${this.events++}:${event.type}`;
    entry.events.push({ id: eventId, ...event } as CallEvent);
    this.news.set(id, entry);
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * A new document's clock starts from the machine's. If that was set back while calls were open, its times
 * lie before what is already known: they are moved on by the difference.
 */
function skew(known: Known, at: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const w of known.watches) {
    const open = Object.values(w.shown).some((s) => s.live && known.calls.get(s.call)?.endedAt === null);
    if (open) latest = Math.max(latest, w.seenAt);
  }
  return latest - at > 1_000 ? latest - at : 0;
}

function lastHold(known: Call | null): number {
  return (
    known?.events.findLast((e) => e.type === 'held' || e.type === 'resumed')?.at ?? Number.NEGATIVE_INFINITY
  );
}

function factsOnScreen(c: CallOnScreen): Facts {
  const { from, name, to, campaign } = c;
  return Object.fromEntries(Object.entries({ from, name, to, campaign }).filter(([, v]) => v !== undefined));
}

function csr(watch: Watch): { csr?: string } {
  return watch.agent === null ? {} : { csr: watch.agent };
}

function structuredCloneShown(shown: Watch['shown']): Watch['shown'] {
  return Object.fromEntries(Object.entries(shown).map(([k, s]) => [k, { ...s }]));
}
