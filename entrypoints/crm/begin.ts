/** One instance in a page: it begins, it hears the background, it ends where the page is no longer ours to read. */
import { insist } from '@/components/overlay/insist.ts';
import { startInstance } from '@/components/overlay/instance.ts';
import { onMessage, sendMessage } from '@/lib/messaging.ts';
import { readPage } from './read-page.ts';
import type { Running } from './running.ts';

/** Starts where none of us runs yet; once more where the profile of this page was replaced. */
export async function begin(): Promise<void> {
  await shownToPerson();
  const instance = startInstance();
  if (!instance) return;
  const { signal, alive } = instance;
  let running: Running | null = null;

  /** Switched off, no longer allowed, or to be read by another profile: then this one is over. */
  const refresh = async () => {
    const now = await insist(() => sendMessage('hello'), { alive });
    if (!running || !alive()) return;
    if (now && JSON.stringify(now.profile) === running.profile) return running.refresh();
    instance.stop();
    if (now) await begin();
  };

  const deaf = [
    onMessage('refresh', () => void refresh()),
    onMessage('focusOverlay', () => running?.focus()),
    onMessage('topField', ({ data }) => running?.watcher.field(data) ?? null),
  ];
  signal.addEventListener('abort', () => {
    if (chrome.runtime?.id) for (const remove of deaf) remove();
  });

  const welcome = await insist(() => sendMessage('hello'), { alive });
  if (!welcome) {
    instance.stop();
    // A single-page app may move on to an address that is read.
    window.navigation.addEventListener('navigatesuccess', () => void begin(), { once: true });
    return;
  }
  running = readPage(welcome, instance);
  running.refresh();
}

/** A page that the browser loads ahead of time is nobody's yet, and has no frame number that we could go by. */
async function shownToPerson(): Promise<void> {
  const { prerendering } = document as { prerendering?: boolean };
  if (!prerendering) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}
