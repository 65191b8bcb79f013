/** Wires the background worker. Every listener is registered before anything is awaited; nothing is kept in memory. */
import { defineBackground } from 'wxt/utils/define-background';
import { sendMessage } from '@/lib/messaging.ts';
import { packAway } from '@/lib/store/writer.ts';
import { answerMessages } from '@/lib/worker/answer.ts';
import { updateBadge } from '@/lib/worker/badge.ts';
import { beginWanted } from '@/lib/worker/begin-wanted.ts';
import { countWatching } from '@/lib/worker/health.ts';
import { answerLive } from '@/lib/worker/live.ts';
import { refreshOverlays } from '@/lib/worker/overlays.ts';
import { bringInPolicy, followPolicy } from '@/lib/worker/policy.ts';
import { syncScripts } from '@/lib/worker/scripts.ts';
import { sweepNow } from '@/lib/worker/sweep-now.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages();
    answerLive();
    followPolicy();

    // The tabs of before are gone, and with them whoever was last heard before this worker was born.
    chrome.runtime.onStartup.addListener(() => void sweepNow(performance.timeOrigin));
    chrome.permissions.onAdded.addListener(() => void beginWanted().finally(syncScripts));
    chrome.permissions.onRemoved.addListener(() => void syncScripts().then(refreshOverlays));
    chrome.tabs.onRemoved.addListener(() => void sweepNow(0));
    chrome.alarms.onAlarm.addListener(({ name }) => {
      if (name === 'sweep') void Promise.all([sweepNow(0), countWatching()]);
      if (name === 'pack') void packAway();
    });
    chrome.commands.onCommand.addListener((command, tab) => {
      if (command === 'focus-overlay' && tab?.id !== undefined)
        void sendMessage('focusOverlay', undefined, tab.id);
    });

    // Content scripts must not read what the office keeps: callers' numbers, the journal, profiles.
    void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    void begin();
  },
});

/**
 * Once per start of the browser, and per install, update or switching on of the extension, not all of which
 * have an event: after each of them the browser's memory for the extension is empty.
 */
async function begin(): Promise<void> {
  const { begun } = await chrome.storage.session.get('begun');
  if (begun) return;
  await Promise.all([
    chrome.alarms.create('sweep', { periodInMinutes: 0.5 }),
    chrome.alarms.create('pack', { delayInMinutes: 5, periodInMinutes: 24 * 60 }),
    // Nothing waits for the policy: as it starts, the browser may take seconds to tell of one.
    syncScripts(),
    sweepNow(0),
    updateBadge(),
    bringInPolicy().then(() => Promise.all([syncScripts(), updateBadge()])),
  ]);
  await chrome.storage.session.set({ begun: true });
}
