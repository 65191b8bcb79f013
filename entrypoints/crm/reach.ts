/** What only an extension can reach from a page: closed shadow roots, and another origin's top document. */
import type { AskTop } from '@/lib/crm/top.ts';
import { sendMessage } from '@/lib/messaging.ts';

/** The shadow root of an element, a closed one too; `null` = it has none. */
export function openShadow(host: Element): ShadowRoot | null {
  return chrome.dom.openOrClosedShadowRoot(host as HTMLElement) ?? null;
}

/** Asks the watcher of the tab's top document, by way of the background. */
export const askTop: AskTop = async (field) => (await sendMessage('askTop', field)) ?? undefined;
