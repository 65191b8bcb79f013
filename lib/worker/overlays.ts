/** The overlays in all tabs: told when they have to look again. */
import { sendMessage } from '@/lib/messaging.ts';

/**
 * Tells overlays that something changed which they show, or that their CRM is no longer read. Not to be waited
 * for: a tab that hangs in a dialog answers when it is closed.
 */
export async function refreshOverlays(): Promise<void> {
  // All tabs: one whose host is no longer allowed cannot be asked for by its address any more.
  const tabs = await chrome.tabs.query({ discarded: false });
  // A tab without a living content script does not answer, and has no overlay to refresh.
  await Promise.allSettled(tabs.map(({ id = -1 }) => sendMessage('refresh', undefined, id)));
}
