/**
 * The script in the CRM's page: watcher, outbox and overlay, wired. Unlisted and injected by the background, since
 * a WXT content script can be stopped by an event that any page may forge, and announces itself to the page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { insist } from '@/components/overlay/insist.ts';
import { startInstance } from '@/components/overlay/instance.ts';
import { type MountedOverlay, mountOverlay } from '@/components/overlay/mount.tsx';
import { createOutbox } from '@/lib/crm/outbox.ts';
import { watch } from '@/lib/crm/watch.ts';
import { type OverlayState, onMessage, sendMessage } from '@/lib/messaging.ts';

export default defineUnlistedScript(async () => {
  const instance = startInstance();
  if (!instance) return;
  const { signal, alive } = instance;
  let overlay: MountedOverlay | null = null;

  const show = (state: OverlayState | null) => {
    if (state && alive()) overlay?.show(state);
  };
  const tell = (ask: () => Promise<unknown>) =>
    insist(ask, { alive, tries: 5 }).catch((error: unknown) =>
      console.warn('Callmark could not do that:', error),
    );
  const refresh = () => tell(() => sendMessage('overlay').then(show));

  const deaf = [
    onMessage('refresh', () => void refresh()),
    onMessage('focusOverlay', () => overlay?.focus()),
  ];
  signal.addEventListener('abort', () => {
    if (chrome.runtime?.id) for (const remove of deaf) remove();
  });

  const welcome = await insist(() => sendMessage('hello'), { alive });
  if (!welcome) return instance.stop();

  const outbox = createOutbox<OverlayState>({
    watcher: [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-'),
    profile: welcome.profile.id,
    send: (observation) => sendMessage('observe', observation).finally(alive),
    answered: show,
    signal,
  });
  const watcher = watch({ profile: welcome.profile, document, report: outbox.put, signal });

  if (window !== window.top) return;
  overlay = mountOverlay({
    signal,
    alive,
    place: welcome.place,
    bubbles: watcher.roots,
    onReason: (call, reason) => void tell(() => sendMessage('giveReason', { call, reason }).then(show)),
    onOpen: (page) => void tell(() => sendMessage('openPage', page)),
    onMove: (place) => void tell(() => sendMessage('placeOverlay', place)),
  });
  await refresh();
});
