/** The CRMs as the background knows them, kept up while the page is open, and what a person does with them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CrmActions } from '@/components/options/crm-actions.ts';
import { originOf } from '@/lib/crm/origins.ts';
import { type CrmEntry, sendMessage } from '@/lib/messaging.ts';
import { setWanted } from '@/lib/store/wanted.ts';
import { lookAt } from './look.ts';

/** What of the storage shows in the list. */
const SHOWN = ['ownProfiles', 'off', 'sites', 'basedOn', 'policy', 'health'];

/** All CRMs, kept up (`null` = not looked up yet), and what a person can do with them; each rejects with a sentence. */
export function useCrms(): { entries: CrmEntry[] | null; actions: CrmActions } {
  const [entries, setEntries] = useState<CrmEntry[] | null>(null);
  useEffect(() => {
    const look = () => {
      sendMessage('crms').then(setEntries, (thrown) => {
        console.error('options: the CRMs could not be looked up', thrown);
        setEntries([]);
      });
    };
    const lookIfOurs = (changes: object) => {
      if (Object.keys(changes).some((key) => SHOWN.includes(key))) look();
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
  return { entries, actions: useMemo(() => actionsOf(setEntries), []) };
}

function actionsOf(show: (entries: CrmEntry[]) => void): CrmActions {
  return {
    async allow(site) {
      await setWanted(null);
      return chrome.permissions.request({ origins: [site] });
    },
    async addSite(profile, url) {
      await setWanted({ url, profile, tab: null });
      const allowed = await chrome.permissions.request({ origins: [originOf(url) ?? url] });
      await (allowed ? sendMessage('beginWanted') : setWanted(null));
      return allowed;
    },
    dropSite: async (profile, site) => show(await sendMessage('dropSite', { profile, site })),
    switchOn: async (profile, on) => show(await sendMessage('switchCrm', { profile, on })),
    save: async (profile) => show(await sendMessage('saveProfile', profile)),
    addCopy: async (profile) => show(await sendMessage('addCopy', profile)),
    remove: async (profile) => show(await sendMessage('removeProfile', profile)),
    keepMine: async (profile) => show(await sendMessage('keepMine', profile)),
    look: lookAt,
  };
}
