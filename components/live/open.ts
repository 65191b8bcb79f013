/** Opens the live view in this page, once: opening it again puts the focus into it. */
import { insist } from '@/components/overlay/insist.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';
import type { AskTop } from '@/lib/crm/top.ts';
import { onMessage, sendMessage } from '@/lib/messaging.ts';
import { readInFrame } from './in-frame.ts';
import { type LiveView, mountLiveView } from './mount.tsx';

const KEY = 'callmarkLive';

/** Ours alone: content scripts have a global object that the page does not see. */
const world = globalThis as { [KEY]?: { alive(): boolean; focus(): void } };

/** What only an extension can reach from a page. */
export interface Reach {
  openShadow: (host: Element) => ShadowRoot | null;
  askTop: AskTop;
}

/** Asks the background what to show and shows it. Does nothing in a tab in which no person opened it. */
export async function openLiveView({ openShadow, askTop }: Reach): Promise<void> {
  if (world[KEY]?.alive()) return world[KEY].focus();
  const controller = new AbortController();
  const { signal } = controller;
  let view: LiveView | null = null;
  const alive = () => {
    // In a script whose extension was reloaded, updated or removed the runtime has no id any more.
    if (!chrome.runtime?.id) controller.abort();
    return !signal.aborted;
  };
  world[KEY] = { alive, focus: () => view?.focus() };

  const page = createPageAccess(document, { openShadow });
  const stop = () => controller.abort();
  // A frame of the page has no panel of its own.
  if (window !== window.top) return readInFrame({ page, askTop, signal, alive, stop });

  const welcome = await insist(() => sendMessage('live'), { alive, tries: 5 });
  if (!welcome) return controller.abort();
  view = mountLiveView({
    welcome,
    signal,
    alive,
    page,
    askTop,
    edited: (profile) => void sendMessage('editLive', profile),
    save: (profile) => sendMessage('saveLive', profile),
    close() {
      controller.abort();
      if (chrome.runtime?.id) void sendMessage('closeLive');
    },
  });
  view.focus();
  const deaf = onMessage('liveInFrame', ({ data }) => view?.inFrame(data));
  signal.addEventListener('abort', () => deaf(), { once: true });
}
