/** Which call is it that a page shows? Across the documents of a tab, its frames, and other tabs. Pure. */
import type { Call } from './call.ts';
import type { Known, World } from './decide.ts';
import type { CallOnScreen } from './seen.ts';
import { LAST_WORD_MS, LOAD_GRACE_MS, SAME_RING_MS, type Watch } from './watch-log.ts';

/** Who sees the call, and what is known beside. */
export interface Beholder {
  /** The watcher that speaks. */
  readonly watch: Watch;
  readonly known: Known;
  readonly world: World;
}

/** The id of a call by the CRM's own id: the same in every browser. */
export function callId(origin: string, crmId: string): string {
  return `${origin}#${crmId}`;
}

/** Of its end there was a sign: nothing brings it back. */
export function isOver(call: Call): boolean {
  return call.endedAt !== null && !call.mayReturn;
}

/**
 * The call's id: as this watcher knows it already; else by the CRM's id; else by what the page tells calls apart
 * by, then by number and moment; else the only one that another frame of this tab shows; else a new one.
 */
export function whichCall(c: CallOnScreen, by: Beholder): string {
  const { origin, watcher, shown } = by.watch;
  const own = shown[c.screenId];
  if (own) return successor(own.call, c, by) ?? own.call;
  const others = openElsewhere(by);
  const same = others.filter((o) => isSame(o, c, by));
  if (c.id !== undefined) {
    // One frame has the id, another showed the call before without one.
    const found = namedCall(c.id, by) ?? same.find(({ call }) => isNameless(call))?.call;
    return found?.id ?? callId(origin, c.id);
  }
  const found =
    same.find(({ key }) => key !== undefined && key === c.key) ?? same[0] ?? onlyInTab(others, c, by);
  return found?.call.id ?? `${origin}#~${watcher}:${c.screenId}`;
}

/** The call of the CRM's id, if it is known, under whatever id. */
export function namedCall(id: string, { watch, known }: Beholder): Call | undefined {
  const own = known.calls.get(callId(watch.origin, id));
  if (own) return own;
  const shown = [...known.watches, watch].flatMap((w) => Object.values(w.shown));
  const alias = shown.find((s) => s.id === id);
  return alias && known.calls.get(alias.call);
}

/** Whether another watcher that is there shows the call too. */
export function shownElsewhere(call: string, { watch, known }: Beholder): boolean {
  return known.watches.some(
    (w) =>
      w.watcher !== watch.watcher &&
      w.leftAt === null &&
      Object.values(w.shown).some((s) => s.live && s.call === call),
  );
}

/** An open call as another watcher shows it. */
interface Elsewhere {
  watch: Watch;
  call: Call;
  key: string | undefined;
  seenAt: number;
}

/** Open calls that other watchers show or showed when they were last heard, and this one does not. */
function openElsewhere({ watch: mine, known }: Beholder): Elsewhere[] {
  const shownHere = new Set(Object.values(mine.shown).map((s) => s.call));
  return known.watches
    .filter((w) => w.watcher !== mine.watcher)
    .flatMap((watch) =>
      Object.values(watch.shown).flatMap(({ call: id, key, seenAt, live }) => {
        const call = live && !shownHere.has(id) ? known.calls.get(id) : undefined;
        return call && !isOver(call) ? { watch, call, key, seenAt } : [];
      }),
    );
}

/** The same caller rings again, as another frame of the tab told, before this one noticed the end of the last call. */
function successor(id: string, c: CallOnScreen, by: Beholder): string | undefined {
  const last = by.known.calls.get(id);
  if (!last || !isOver(last) || !rings(c) || c.id !== undefined) return undefined;
  const next = openElsewhere(by).find(
    (o) => o.watch.tabId === by.watch.tabId && o.call.startedAt >= (last.endedAt ?? 0) && isSame(o, c, by),
  );
  return next?.call.id;
}

function isSame({ watch, call, key, seenAt }: Elsewhere, c: CallOnScreen, by: Beholder): boolean {
  const [a, b] = [call.facts.from, c.from];
  const sameNumber = a !== undefined && b !== undefined && by.world.sameNumber(a, b);
  const inTab = watch.tabId === by.watch.tabId;
  if (!inTab || watch.frameId !== by.watch.frameId) {
    // What a tab showed that is long gone is no reason to take the same caller's next call for it.
    const isThere = watch.leftAt === null || since(c, by) - seenAt <= LOAD_GRACE_MS;
    return sameNumber && isThere && fits(call, c, by);
  }
  // The document loaded again. Its keys decide where both have one; a line's number is one only with the caller's.
  const bothKeys = key !== undefined && c.key !== undefined;
  const noOther = a === undefined || b === undefined || sameNumber;
  if (bothKeys ? key !== c.key || !noOther : !sameNumber) return false;
  // Gone without a farewell: its last word may be as old as a repeat.
  const patience = LOAD_GRACE_MS + (watch.leftAt === null ? LAST_WORD_MS : 0);
  return Math.abs(since(c, by) - seenAt) <= patience;
}

/**
 * A document that is opened in mid-call finds the call there, however long it has been going on. One that rings
 * here while that one is talked on is another.
 */
function fits(call: Call, c: CallOnScreen, by: Beholder): boolean {
  const talks = call.connectedAt !== null || call.answeredAt !== null;
  return !(rings(c) && talks) || beganWith(call, c, by);
}

function beganWith(call: Call, c: CallOnScreen, by: Beholder): boolean {
  return Math.abs(since(c, by) - call.startedAt) <= SAME_RING_MS;
}

/** Each frame shows its part of a call, perhaps without the number: then it is the one that the tab has. */
function onlyInTab(others: readonly Elsewhere[], c: CallOnScreen, by: Beholder): Elsewhere | undefined {
  const { tabId, frameId } = by.watch;
  const inTab = others.filter(
    ({ watch: w }) => w.tabId === tabId && w.frameId !== frameId && w.leftAt === null,
  );
  const [only, ...more] = new Map(inTab.map((o) => [o.call.id, o])).values();
  if (!only || more.length > 0) return undefined;
  const numbered = only.call.facts.from !== undefined && c.from !== undefined;
  if (numbered || !(beganWith(only.call, c, by) || (!rings(c) && c.from === undefined))) return undefined;
  return only;
}

/** When it was first seen, on our scale. */
function since(c: CallOnScreen, { watch }: Beholder): number {
  return c.since + watch.skewMs;
}

/** Of its CRM's id nothing was known when it began. */
function isNameless({ id, origin }: Call): boolean {
  return id.startsWith(`${origin}#~`);
}

function rings({ state }: CallOnScreen): boolean {
  return state === 'ringing' || state === 'connecting';
}
