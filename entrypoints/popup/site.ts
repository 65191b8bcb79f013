/** What is known of the page in the active tab, and what a person can do about it. */
import { useEffect, useState } from 'preact/hooks';
import type { Site, SiteActions } from '@/components/popup/popup.ts';
import { originOf } from '@/lib/crm/origins.ts';
import { sendMessage } from '@/lib/messaging.ts';
import { setWanted } from '@/lib/store/wanted.ts';
import { fittingIn } from './asking.ts';

/** Looked up when the popup opens, and again when a permission was given or taken, or a CRM switched. */
export function useSite(): Site {
  const [site, setSite] = useState<Site>({ is: 'looking' });
  useEffect(() => {
    const look = () => {
      lookAtActiveTab().then(setSite, (thrown) => {
        console.error('popup: the page in the active tab could not be looked up', thrown);
        setSite({ is: 'none' });
      });
    };
    const lookIfOurs = (changes: { sites?: unknown; off?: unknown }) => {
      if (changes.sites || changes.off) look();
    };
    look();
    chrome.storage.local.onChanged.addListener(lookIfOurs);
    chrome.permissions.onAdded.addListener(look);
    chrome.permissions.onRemoved.addListener(look);
    return () => {
      chrome.storage.local.onChanged.removeListener(lookIfOurs);
      chrome.permissions.onAdded.removeListener(look);
      chrome.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return site;
}

/** What a person can do about the page in the active tab; `use` must run inside the click. */
export const siteActions: SiteActions = {
  async use({ url, tab }, profile) {
    // Kept first: the prompt closes the popup, and only the background hears the answer.
    await setWanted({ url, profile, tab });
    const allowed = await chrome.permissions.request({ origins: [originOf(url) ?? url] });
    await (allowed ? sendMessage('beginWanted') : setWanted(null));
    return allowed;
  },
  stop: async ({ url }) => void (await sendMessage('stopSite', originOf(url) ?? url)),
  live: ({ tab, profile }) => sendMessage('openLive', { tab, profile: profile.id }),
};

async function lookAtActiveTab(): Promise<Site> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || tab.id === undefined || !/^https?:/.test(tab.url)) return { is: 'none' };
  const page = { url: tab.url, host: new URL(tab.url).host, tab: tab.id };
  const { reading, others, tooWide, known, fits } = await sendMessage('siteAt', tab.url);
  if (reading) return { is: 'watched', ...page, profile: reading, others, tooWide };
  const fitting = await fittingIn(tab.id, fits);
  const choices = [...known, ...fits.filter(({ id }) => fitting.includes(id))];
  return { is: 'unknown', ...page, choices: [...new Map(choices.map((one) => [one.id, one])).values()] };
}
