/** The live view's part in a frame of the page: reads there by the edited profile, and tells the panel in the top document. */
import { insist } from '@/components/overlay/insist.ts';
import type { Explained } from '@/lib/crm/explain.ts';
import { matchesPattern } from '@/lib/crm/match.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import type { AskTop } from '@/lib/crm/top.ts';
import { type LiveFrame, onMessage, sendMessage } from '@/lib/messaging.ts';
import { createLiveReading } from './reading.ts';

/** What it needs. */
export interface InFrameOptions {
  page: PageAccess;
  askTop: AskTop;
  /** Aborted = over. */
  signal: AbortSignal;
  alive: () => boolean;
  stop: () => void;
}

/** Reads until the live view is closed. */
export async function readInFrame({ page, askTop, signal, alive, stop }: InFrameOptions): Promise<void> {
  let told = '';
  const tell = (explained: Explained | null) => {
    if (!explained || !alive()) return;
    const seen = inShort(explained);
    if (JSON.stringify(seen) === told) return;
    told = JSON.stringify(seen);
    sendMessage('liveFrame', seen).catch((error: unknown) => {
      if (alive()) console.warn('Callmark could not tell the live view:', error);
    });
  };
  const welcome = await insist(() => sendMessage('live'), { alive, tries: 5 });
  if (welcome?.profile.frames !== 'all') return stop();
  const reading = createLiveReading({
    page,
    askTop,
    signal,
    onSeen: () => undefined,
    onIgnored: () => undefined,
    onExplained: tell,
  });
  const deaf = onMessage('liveProfile', ({ data }) => {
    if (data === null) stop();
    else reading.use(isRead(data) ? data : null);
  });
  signal.addEventListener('abort', () => deaf(), { once: true });
  reading.use(isRead(welcome.profile) ? welcome.profile : null);
}

/** Whether a reader with this profile would look into this frame. One without an address is its maker's. */
function isRead({ frames, matches }: Profile): boolean {
  if (frames !== 'all') return false;
  return !/^https?:/.test(location.href) || matches.some((one) => matchesPattern(one, location.href));
}

function inShort({ calls, passed }: Explained): LiveFrame {
  return {
    frame: 0,
    url: location.href,
    calls: calls.map(({ state, statePath, fields }) => ({
      state,
      statePath,
      fields: fields.map(({ path, value }) => ({ path, ...(value === undefined ? {} : { value }) })),
    })),
    passed: passed.flatMap(({ path }) => path ?? []),
  };
}
