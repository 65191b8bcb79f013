/** Ends the calls that nobody shows any more: the tab was closed, the browser or the machine died. Pure. */
import type { Call, RulesAtEnd } from './call.ts';
import type { News } from './decide.ts';
import { FORGET_MS, LOAD_GRACE_MS, SILENT_MS, type Watch } from './watch-log.ts';

/** What is to be swept. */
export interface Sweep {
  /** Every open call. */
  open: readonly Call[];
  watches: readonly Watch[];
  /** The worker's clock, epoch ms. */
  now: number;
  /** Watchers that are gone for sure: their tab was closed, or they are of before the browser's start. */
  gone: (watch: Watch) => boolean;
  rules: RulesAtEnd;
}

/** What a sweep changes. */
export interface Swept {
  news: News[];
  changed: Watch[];
  /** Watchers nobody needs to know of any more. */
  forget: string[];
}

/**
 * A call that no living watcher shows ended at the last moment it was seen, `end: inferred`. Should it be
 * seen again, that revives it. Event ids are made of the call and the moment, so that sweeping twice is once.
 */
export function sweep({ open, watches, now, gone, rules }: Sweep): Swept {
  const changed: Watch[] = [];
  const after = watches.map((w) => {
    const closed = gone(w);
    if (closed && w.leftAt === null) {
      const left = { ...w, leftAt: w.seenAt };
      changed.push(left);
      return { watch: left, there: false };
    }
    if (w.heardAt > now + 1_000) {
      // The machine's clock was set back: silence is counted from now.
      const heard = { ...w, heardAt: now };
      changed.push(heard);
      return { watch: heard, there: !closed };
    }
    const patience = w.leftAt === null ? SILENT_MS : LOAD_GRACE_MS;
    return { watch: w, there: !closed && now - w.heardAt <= patience };
  });

  const news: News[] = [];
  for (const call of open) {
    const shows = after.filter(({ watch }) =>
      Object.values(watch.shown).some((s) => s.live && s.call === call.id),
    );
    if (shows.some(({ there }) => there)) continue;
    const seenAt = shows.flatMap(({ watch }) =>
      Object.values(watch.shown)
        .filter((s) => s.call === call.id)
        .map((s) => s.seenAt),
    );
    const at = Math.max(call.lastAt, ...seenAt);
    news.push({
      id: call.id,
      origin: call.origin,
      crm: call.crm,
      events: [{ id: `${call.id}:inferred:${at}`, type: 'ended', at, end: 'inferred', rules }],
    });
  }
  const openIds = new Set(open.map((c) => c.id));
  const forget = after
    .filter(({ watch }) => watch.leftAt !== null && now - watch.heardAt > FORGET_MS)
    .filter(({ watch }) => !Object.values(watch.shown).some((s) => s.live && openIds.has(s.call)))
    .map(({ watch }) => watch.watcher);
  return { news, changed: changed.filter((w) => !forget.includes(w.watcher)), forget };
}
