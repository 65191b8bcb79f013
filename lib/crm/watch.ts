/** The one thing a content script starts: watches a page by its profile and says what it sees. */
import type { Seen } from '@/lib/calls/seen.ts';
import { type After, createAfter } from './alarm.ts';
import { createConcerns } from './concerns.ts';
import { readField } from './field.ts';
import { gestureOf, onPersonsClick } from './gestures.ts';
import { moveOfLoad, onMove } from './moves.ts';
import { createPace } from './pace.ts';
import { createPageClock } from './page-clock.ts';
import type { Field, Profile } from './profile.ts';
import { callRoots, readAgent } from './read.ts';
import { createReader } from './reader.ts';
import { createPageAccess } from './scope.ts';
import { type AskTop, createTop } from './top.ts';
import type { Trace } from './trace.ts';

/** What watching needs. */
export interface WatchOptions {
  profile: Profile;
  document: Document;
  /** Told of every reading that differs from the one before, of gestures, bookings, and of the page's end. */
  report: (seen: Seen) => void;
  /** Aborted = stop for good, leaving no listener behind. */
  signal: AbortSignal;
  /** Gives closed shadow roots too; by default only open ones are read. */
  openShadow?: (host: Element) => ShadowRoot | null;
  /** Asks the tab's top document, where this one is a frame of another origin in it. */
  askTop?: AskTop;
  /** Told of what was seen and not counted, and why. */
  trace?: Trace;
  /** Epoch ms; a clock of its own by default. */
  now?: () => number;
  /** Timers; the browser's by default. */
  after?: After;
}

/** A page being watched. */
export interface Watching {
  /** Reads the page and reports the reading, also an unchanged one. */
  look(): void;
  /** Where calls show now, in the window. */
  roots(): DOMRect[];
  /** The clock by which it says when things were seen, epoch ms. */
  now(): number;
  /** The signed-in CSR, where the page shows one. */
  agent(): string | undefined;
  /** A field of this document, for a frame of the same tab that asks its top document. */
  field(field: Field): string | undefined;
}

/** What may change how a page looks without changing its document. */
const RESTYLED = ['transitionend', 'animationend', 'load', 'toggle'] as const;
const EVERYTHING = { subtree: true, childList: true, attributes: true, characterData: true };

/** Watches the document until the signal is aborted. The first reading is reported before this returns. */
export function watch(options: WatchOptions): Watching {
  const { profile, document, report, signal, trace } = options;
  const view = document.defaultView;
  if (!view) throw new Error('A document without a window cannot be watched');
  const clock = createPageClock();
  const ownNow = () => {
    if (!reader.live()) clock.catchUp();
    return clock.now();
  };
  const now = options.now ?? ownNow;
  const page = createPageAccess(document, {
    ...(options.openShadow ? { openShadow: options.openShadow } : {}),
    entered(root) {
      shadows.observe(root, EVERYTHING);
      clicks.enter(root);
    },
    top: createTop({
      document,
      ask: options.askTop,
      openShadow: options.openShadow,
      now,
      changed: () => pace.touch(),
      signal,
    }),
  });
  const reader = createReader({ profile, page, report, trace });
  const after = options.after ?? createAfter(signal);
  const pace = createPace({
    now,
    after,
    signal,
    read: reader.read,
    concerns: createConcerns(profile, reader.roots),
    observer: {
      stop() {
        if (document.hidden) return false;
        observer.disconnect();
        return true;
      },
      start: () => observer.observe(document, EVERYTHING),
    },
  });

  // First of all, so that a click is known before the page's own listeners act on it.
  const clicks = onPersonsClick(view, {
    signal,
    clicked(path) {
      const at = now();
      pace.readNow();
      const gesture = gestureOf(path, reader.shown(), profile, page, (rule, clicked, state) =>
        trace?.({ at, path: rule, what: 'click-in-other-state', gesture: clicked, state }),
      );
      if (gesture) reader.gesture(gesture.is, gesture.call, at);
    },
    ...(trace ? { faked: () => trace({ at: now(), path: '', what: 'click-by-script' }) } : {}),
  });

  const observer = new view.MutationObserver(pace.touch);
  // Apart, since who stops to observe must know all that is to be observed again.
  const shadows = new view.MutationObserver(pace.touch);
  observer.observe(document, EVERYTHING);
  const observers = [observer, shadows];
  const stop = () => {
    for (const o of observers) o.disconnect();
  };
  signal.addEventListener('abort', stop, { once: true });

  const restyled = () => pace.touch();
  for (const type of RESTYLED) {
    document.addEventListener(type, restyled, { capture: true, passive: true, signal });
  }
  document.addEventListener('visibilitychange', restyled, { signal });
  for (const type of ['pageshow', 'resize']) view.addEventListener(type, restyled, { signal });
  if (profile.messages) {
    view.addEventListener(
      'message',
      ({ isTrusted, data, origin, source }) => {
        if (isTrusted && reader.message({ data, origin, source: source as Window | null }, now()))
          pace.touch();
      },
      { signal },
    );
  }
  view.addEventListener(
    'pagehide',
    () => {
      const changed = observers.some((o) => o.takeRecords().length > 0) || pace.dirty();
      if (reader.held()) reader.repeat();
      if (changed || reader.held()) pace.readNow();
      report({ kind: 'farewell', at: now() });
    },
    { signal },
  );

  pace.readNow();
  if (profile.bookings?.some((rule) => 'url' in rule)) {
    const loaded = moveOfLoad(view);
    if (loaded) reader.move(loaded, now());
    onMove(view, signal, (move) => {
      // What the page showed up to the move decides whose job it is.
      pace.readNow();
      reader.move(move, now());
    });
  }
  return {
    look() {
      reader.repeat();
      pace.readNow();
    },
    now,
    roots: () => callRoots(profile, page).map((root) => root.getBoundingClientRect()),
    agent: () => readAgent(profile, page),
    field: (field) => readField(field, document.documentElement, { page }),
  };
}
