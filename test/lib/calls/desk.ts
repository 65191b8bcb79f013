/** A background in memory: what the store does between two observations, as values, for tests of `decide`. */
import { type Call, type CallReason, DEFAULT_RULES, type Signal } from '@/lib/calls/call.ts';
import { type Decision, decide, type News, type UnmatchedBooking } from '@/lib/calls/decide.ts';
import { fold } from '@/lib/calls/fold.ts';
import { sameNumber } from '@/lib/calls/number.ts';
import type { CallOnScreen, Reading, Seen, Source } from '@/lib/calls/seen.ts';
import { sweep } from '@/lib/calls/sweep.ts';
import type { Watch } from '@/lib/calls/watch-log.ts';

export const ORIGIN = 'https://crm.example';

/** A call on screen with plain defaults. */
export function onScreen(id: string | undefined, more: Partial<CallOnScreen> = {}): CallOnScreen {
  return {
    screenId: id === undefined ? 's1' : `id:${id}`,
    ...(id === undefined ? {} : { id }),
    state: 'ringing',
    direction: 'inbound',
    since: 0,
    stateSince: more.since ?? 0,
    from: '(555) 010-2234',
    ...more,
  };
}

export function reading(at: number, ...calls: CallOnScreen[]): Reading {
  return { kind: 'reading', at, agent: 'Dana Ruiz', calls };
}

export class Desk {
  calls = new Map<string, Call>();
  watches = new Map<string, Watch>();
  unmatched: UnmatchedBooking[] = [];
  reasons: CallReason[] = [];
  rules = DEFAULT_RULES;
  private seqs = new Map<string, number>();

  constructor(readonly signals: Signal[] = ['claim']) {}

  /** A watcher says something new; `now` is the worker's clock, the page's by default. */
  say(watcher: string, seen: Seen, { tabId = 1, frameId = 0, now = seen.at } = {}): Decision | null {
    const seq = (this.seqs.get(watcher) ?? 0) + 1;
    this.seqs.set(watcher, seq);
    return this.hear(watcher, seq, seen, { tabId, frameId, now });
  }

  /** The same with its number given: for repeats. */
  hear(
    watcher: string,
    seq: number,
    seen: Seen,
    { tabId = 1, frameId = 0, now = seen.at } = {},
  ): Decision | null {
    const source: Source = { tabId, frameId, origin: ORIGIN };
    const decision = decide(
      { calls: this.calls, watches: [...this.watches.values()] },
      { watcher, seq, profile: 'example', seen },
      source,
      { now, crm: 'Example', signals: this.signals, rules: this.atEnd(), sameNumber },
    );
    if (!decision) return null;
    this.take(decision.news);
    for (const w of [decision.watch, ...decision.replaced]) this.watches.set(w.watcher, w);
    if (decision.unmatched) this.unmatched.push(decision.unmatched);
    return decision;
  }

  sweep(now: number, gone: (w: Watch) => boolean = () => false): void {
    const open = [...this.calls.values()].filter((c) => c.endedAt === null);
    const swept = sweep({ open, watches: [...this.watches.values()], now, gone, rules: this.atEnd() });
    this.take(swept.news);
    for (const w of swept.changed) this.watches.set(w.watcher, w);
    for (const w of swept.forget) this.watches.delete(w);
  }

  /** The one call there is; fails where there are none or more. */
  only(): Call {
    const [call, ...more] = this.calls.values();
    if (!call || more.length > 0) throw new Error(`expected one call, found ${this.calls.size}`);
    return call;
  }

  private take(news: News[]): void {
    for (const { id, origin, crm, events } of news) {
      const known = this.calls.get(id)?.events ?? [];
      const given = { signals: this.signals, rules: this.rules, reasons: this.reasons };
      this.calls.set(id, fold({ id, origin, crm }, [...known, ...events], given));
    }
  }

  private atEnd() {
    const { thresholdMs, wrapUpMs, bookedUnderThreshold } = this.rules;
    const reasonsSetUp = this.reasons.some((r) => r.active);
    return { thresholdMs, wrapUpMs, bookedUnderThreshold, reasonsSetUp };
  }
}
