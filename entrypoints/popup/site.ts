/** What is known of the page in the active tab. */
import { useEffect, useState } from 'preact/hooks';
import type { Site } from '@/components/popup/popup.ts';
import { sendMessage } from '@/lib/messaging.ts';

/** Looked up when the popup opens, and again when a permission was given or taken. */
export function useSite(): Site {
  const [site, setSite] = useState<Site>({ is: 'looking' });
  useEffect(() => {
    const look = () => {
      lookAtActiveTab().then(setSite, (thrown) => {
        console.error('popup: the page in the active tab could not be looked up', thrown);
        setSite({ is: 'none' });
      });
    };
    look();
    chrome.permissions.onAdded.addListener(look);
    chrome.permissions.onRemoved.addListener(look);
    return () => {
      chrome.permissions.onAdded.removeListener(look);
      chrome.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return site;
}

async function lookAtActiveTab(): Promise<Site> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || !/^https?:/.test(tab.url)) return { is: 'none' };
  const { host } = new URL(tab.url);
  const found = await sendMessage('profileFor', tab.url);
  if (!found) return { is: 'unknown', host };
  const { name: crm, matches } = found.profile;
  return found.granted ? { is: 'watched', host, crm } : { is: 'to-allow', host, crm, matches };
}
