/** What the overlay of one tab shows, read from the store. */
import type { Call } from '@/lib/calls/call.ts';
import { liveState } from '@/lib/calls/live.ts';
import type { Watch } from '@/lib/calls/watch-log.ts';
import type { OverlayCall, OverlayState } from '@/lib/messaging.ts';
import { type Config, reasonsMissing } from './config.ts';
import { db } from './database.ts';

/** What is known of a tab: at least its watchers and the calls they show. */
export interface TabView {
  tabId: number;
  /** The watcher that asks; `null` = the one heard last. */
  watcher: string | null;
  /** The number up to which its observations are kept. */
  ack: number;
  watches: readonly Watch[];
  calls: ReadonlyMap<string, Call>;
}

/** Open calls of the tab, then those that ended within the wrap-up time; times by the asking page's clock. */
export function overlayOf({ tabId, watcher, ack, watches, calls }: TabView, config: Config): OverlayState {
  const { settings, reasons, trouble } = config;
  const here = watches.filter((w) => w.tabId === tabId);
  const asking = here.find((w) => w.watcher === watcher) ?? latestOf(here);
  const now = asking?.seenAt ?? 0;
  const shown = [...new Set(here.flatMap((w) => Object.values(w.shown).map((s) => s.call)))]
    .flatMap((id) => calls.get(id) ?? [])
    .filter((c) => !c.taken && c.direction === 'inbound')
    .filter((c) => c.endedAt === null || now - c.endedAt <= settings.wrapUpMs)
    .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || a.startedAt - b.startedAt);
  return {
    ack,
    calls: shown.map((c) => onPageClock(c, settings.thresholdMs, now, asking?.skewMs ?? 0)),
    reasons: reasons.filter((r) => r.active),
    reasonsMissing: reasonsMissing(reasons),
    thresholdMs: settings.thresholdMs,
    wrapUpMs: settings.wrapUpMs,
    trouble,
  };
}

/** The same, read from the store. */
export async function overlayState(
  tabId: number,
  watcher: string | null,
  ack: number,
  config: Config,
): Promise<OverlayState> {
  const watches = await db.watches.where('tabId').equals(tabId).toArray();
  const ids = watches.flatMap((w) => Object.values(w.shown).map((s) => s.call));
  const calls = (await db.calls.bulkGet([...new Set(ids)])).filter((c) => c !== undefined);
  return overlayOf({ tabId, watcher, ack, watches, calls: new Map(calls.map((c) => [c.id, c])) }, config);
}

/** The call that a tab may speak of: shown there now or a moment ago. */
export async function isShownIn(tabId: number, callId: string): Promise<boolean> {
  const watches = await db.watches.where('tabId').equals(tabId).toArray();
  return watches.some((w) => Object.values(w.shown).some((s) => s.call === callId));
}

/** The CSR signed in where something was heard last, in one tab or anywhere; `null` = not known. */
export async function latestAgent(tabId?: number): Promise<string | null> {
  const watches = await (tabId === undefined
    ? db.watches.toArray()
    : db.watches.where('tabId').equals(tabId).toArray());
  return latestOf(watches.filter((w) => w.agent !== null))?.agent ?? null;
}

function latestOf(watches: readonly Watch[]): Watch | undefined {
  return watches.toSorted((a, b) => a.heardAt - b.heardAt).at(-1);
}

function onPageClock(c: Call, thresholdMs: number, now: number, skewMs: number): OverlayCall {
  return {
    id: c.id,
    from: c.facts.from ?? null,
    name: c.facts.name ?? null,
    campaign: c.facts.campaign ?? null,
    state: c.classification ?? liveState(c, thresholdMs, now) ?? 'ringing',
    cause: c.cause,
    startedAt: c.startedAt - skewMs,
    answeredAt: c.answeredAt === null ? null : c.answeredAt - skewMs,
    endedAt: c.endedAt === null ? null : c.endedAt - skewMs,
    endInferred: c.end === 'inferred',
    talkMs: c.talkMs,
    onHold: c.onHold,
    job: c.facts.job ?? null,
    booked: c.events.some((e) => e.type === 'booked') || c.classification === 'booked',
    reason: c.reason,
    leadBasis: c.leadBasis,
    review: c.review,
  };
}
