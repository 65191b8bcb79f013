/** The one thing a content script starts: watches a page by its profile and says what it sees. */
import type { Seen } from '@/lib/calls/seen.ts';
import { type After, createAfter } from './alarm.ts';
import { gestureOf, onPersonsClick } from './gestures.ts';
import { createPace } from './pace.ts';
import { createPageClock } from './page-clock.ts';
import type { Profile } from './profile.ts';
import { callRoots, readAgent } from './read.ts';
import { createReader } from './reader.ts';

/** What watching needs. */
export interface WatchOptions {
  profile: Profile;
  document: Document;
  /** Told of every reading that differs from the one before, of gestures, bookings, and of the page's end. */
  report: (seen: Seen) => void;
  /** Aborted = stop for good, leaving no listener behind. */
  signal: AbortSignal;
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
}

/** What may change how a page looks without changing its document. */
const RESTYLED = ['transitionend', 'animationend', 'load', 'toggle'] as const;

/** Watches the document until the signal is aborted. The first reading is reported before this returns. */
export function watch(options: WatchOptions): Watching {
  const { profile, document, report, signal } = options;
  const clock = createPageClock();
  const ownNow = () => {
    if (!reader.live()) clock.catchUp();
    return clock.now();
  };
  const now = options.now ?? ownNow;
  const reader = createReader(profile, document, report);
  const after = options.after ?? createAfter(signal);
  const pace = createPace({ now, after, signal, read: reader.read });
  const view = document.defaultView;
  if (!view) throw new Error('A document without a window cannot be watched');

  // First of all, so that a click is known before the page's own listeners act on it.
  onPersonsClick(view, signal, (path) => {
    const at = now();
    pace.readNow();
    const gesture = gestureOf(path, reader.shown(), profile);
    if (gesture) reader.gesture(gesture.is, gesture.call, at);
  });

  const observer = new view.MutationObserver(pace.touch);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  for (const type of RESTYLED) {
    document.addEventListener(type, pace.touch, { capture: true, passive: true, signal });
  }
  document.addEventListener('visibilitychange', pace.touch, { signal });
  for (const type of ['pageshow', 'resize']) view.addEventListener(type, pace.touch, { signal });
  view.addEventListener(
    'pagehide',
    () => {
      if (observer.takeRecords().length > 0 || pace.dirty()) pace.readNow();
      report({ kind: 'farewell', at: now() });
    },
    { signal },
  );

  pace.readNow();
  return {
    look() {
      reader.repeat();
      pace.readNow();
    },
    now,
    roots: () => callRoots(profile, document).map((root) => root.getBoundingClientRect()),
    agent: () => readAgent(profile, document),
  };
}
