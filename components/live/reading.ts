/** Reads the page by the profile as it is being edited, for the panel alone: nothing of it is ever recorded. */
import type { Seen } from '@/lib/calls/seen.ts';
import { type Explained, explain } from '@/lib/crm/explain.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import type { AskTop } from '@/lib/crm/top.ts';
import type { Trace } from '@/lib/crm/trace.ts';
import { watch } from '@/lib/crm/watch.ts';

/** What reading needs. */
export interface LiveReadingOptions {
  page: PageAccess;
  /** Asks the tab's top document, where this one is a frame. */
  askTop: AskTop;
  signal: AbortSignal;
  /** Told of what a reader with this profile would report. */
  onSeen: (seen: Seen) => void;
  /** Told of what was seen and does not count. */
  onIgnored: Trace;
  /** Told what the profile means on the page whenever the page or the profile changed; `null` = there is no profile yet. */
  onExplained: (explained: Explained | null) => void;
}

/** A reading that can be given another profile at any time. */
export interface LiveReading {
  use(profile: Profile | null): void;
  /** Explains again. */
  look(): void;
}

/** Least time between two explanations, ms. */
const REST_MS = 150;
/** Styles may change without the document changing. */
const AGAIN_MS = 1_000;

/** Begins without a profile. */
export function createLiveReading(options: LiveReadingOptions): LiveReading {
  const { page, askTop, signal, onSeen, onIgnored, onExplained } = options;
  const { document } = page;
  let profile: Profile | null = null;
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    onExplained(profile && explain(profile, page));
    restUntil = performance.now() + REST_MS;
  };
  const soon = () => {
    timer ??= setTimeout(look, Math.max(0, restUntil - performance.now()));
  };

  const observer = new MutationObserver(soon);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const again = setInterval(soon, AGAIN_MS);
  signal.addEventListener(
    'abort',
    () => {
      running.abort();
      observer.disconnect();
      clearInterval(again);
      clearTimeout(timer);
    },
    { once: true },
  );

  return {
    look,
    use(next) {
      profile = next;
      running.abort();
      running = new AbortController();
      const report = (seen: Seen) => {
        onSeen(seen);
        soon();
      };
      if (profile) {
        watch({
          profile,
          document,
          report,
          signal: running.signal,
          openShadow: page.shadowRoot,
          askTop,
          trace: onIgnored,
        });
      }
      look();
    },
  };
}
