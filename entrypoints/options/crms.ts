/** The CRMs as the background knows them, kept up while the page is open. */
import { useEffect, useState } from 'preact/hooks';
import type { CrmsProps } from '@/components/options/Crms.tsx';
import { sendMessage } from '@/lib/messaging.ts';
import { watchConfig } from '@/lib/store/config.ts';

export function useCrms(): CrmsProps {
  const [entries, setEntries] = useState<CrmsProps['entries']>(null);
  useEffect(() => {
    const look = () => {
      sendMessage('crms').then(setEntries, (thrown) => {
        console.error('options: the CRMs could not be looked up', thrown);
        setEntries([]);
      });
    };
    look();
    // Others change them too: the live view, an administrator's policy.
    const unwatch = watchConfig(look);
    chrome.permissions.onAdded.addListener(look);
    chrome.permissions.onRemoved.addListener(look);
    return () => {
      unwatch();
      chrome.permissions.onAdded.removeListener(look);
      chrome.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return {
    entries,
    onAllow: (matches) => chrome.permissions.request({ origins: matches }),
    onSwitch: async (profile, on) => setEntries(await sendMessage('switchCrm', { profile, on })),
    onRemove: async (profile) => setEntries(await sendMessage('removeProfile', profile)),
    onImport: async (profile) => setEntries(await sendMessage('saveProfile', profile)),
  };
}
