/** Opens the live view over a CRM's page. */
import { type CrmEntry, sendMessage } from '@/lib/messaging.ts';

/** Over a page of it that is open in a tab; where there is none, opens such a page, for its live view from the popup. */
export async function lookAt({ profile, sites }: CrmEntry): Promise<void> {
  const url = sites.filter(({ granted }) => granted).map(({ pattern }) => pattern);
  const [tab] = url.length > 0 ? await chrome.tabs.query({ url, discarded: false }) : [];
  if (tab?.id !== undefined) await sendMessage('openLive', { tab: tab.id, profile: profile.id });
  else if (url[0])
    await chrome.tabs.create({ url: url[0].replace(/^\*/, 'https').replace('://*.', '://').slice(0, -1) });
}
