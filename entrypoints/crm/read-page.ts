/** Watcher, outbox and overlay, wired for one profile. */
import { insist } from '@/components/overlay/insist.ts';
import type { Instance } from '@/components/overlay/instance.ts';
import { type MountedOverlay, mountOverlay } from '@/components/overlay/mount.tsx';
import { createOutbox } from '@/lib/crm/outbox.ts';
import { watch } from '@/lib/crm/watch.ts';
import { type OverlayState, sendMessage, type Welcome } from '@/lib/messaging.ts';
import { askTop, openShadow } from './reach.ts';
import type { Running } from './running.ts';

/** Reads the page until the instance stops. In frames there is no overlay. */
export function readPage({ profile, place }: Welcome, { signal, alive }: Instance): Running {
  let overlay: MountedOverlay | null = null;
  const show = (state: OverlayState | null) => {
    if (state && alive()) overlay?.show(state);
  };
  const tell = (ask: () => Promise<unknown>) => {
    insist(ask, { alive, tries: 5 }).catch((error: unknown) =>
      console.warn('Callmark could not do that:', error),
    );
  };

  const outbox = createOutbox<OverlayState>({
    watcher: [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-'),
    profile: profile.id,
    send: (observation) => sendMessage('observe', observation).finally(alive),
    answered: show,
    signal,
  });
  const watcher = watch({ profile, document, report: outbox.put, signal, openShadow, askTop });

  if (window === window.top) {
    overlay = mountOverlay({
      signal,
      alive,
      place,
      bubbles: watcher.roots,
      now: watcher.now,
      onReason(call, reason) {
        const request = { id: crypto.randomUUID(), call, reason };
        tell(() => sendMessage('giveReason', request).then(show));
      },
      onOpen: (page) => tell(() => sendMessage('openPage', page)),
      onMove: (next) => tell(() => sendMessage('placeOverlay', next)),
    });
  }
  return {
    profile: JSON.stringify(profile),
    refresh: () => tell(() => sendMessage('overlay').then(show)),
    focus: () => overlay?.focus(),
    watcher,
  };
}
