/** The content script: registered for exactly those origins that a person granted and a profile that is on reads. */
import { overlap } from '@/lib/crm/origins.ts';
import { readConfig } from '@/lib/store/config.ts';
import { allProfiles, readsOn } from './profiles.ts';

const FILE = 'crm.js';

/** Patterns of origins by whether frames in them are read too. */
interface Where {
  top: string[];
  all: string[];
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Registers the content script for what is on and granted, and starts it in the tabs that are open already,
 * so that nobody needs to reload. Where an instance runs, a second one does nothing.
 */
export function syncScripts(): Promise<void> {
  const turn = last.then(async () => {
    const { top, all } = await whereToRead();
    await register('crm', top, false);
    await register('crm-frames', all, true);
    await Promise.all([start(top, false), start(all, true)]);
  });
  last = Promise.allSettled([turn]);
  return turn;
}

/** The origins that the browser has granted, as patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await chrome.permissions.getAll()).origins ?? [];
}

/** What of these patterns is granted, as patterns of whole origins, each once. */
export function grantedOf(patterns: readonly string[], granted: readonly string[]): string[] {
  return [...new Set(patterns.flatMap((pattern) => granted.flatMap((g) => overlap(pattern, g) ?? [])))];
}

async function whereToRead(): Promise<Where> {
  const [config, granted] = await Promise.all([readConfig(), grantedOrigins()]);
  const on = allProfiles(config).filter((used) => used.on);
  const of = (frames: boolean) =>
    grantedOf(on.filter(({ profile }) => (profile.frames === 'all') === frames).flatMap(readsOn), granted);
  const all = of(true);
  // An origin in which frames are read is not registered twice.
  return { top: of(false).filter((pattern) => !all.includes(pattern)), all };
}

/** Updated in place: dying between taking a script away and putting it back would leave pages unread. */
async function register(id: string, matches: string[], allFrames: boolean): Promise<void> {
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered) await chrome.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, js: [FILE], matches, allFrames, runAt: 'document_start' as const };
  // Frames without an address of their own (about:blank, srcdoc) are read as part of the page that made them.
  const full = { ...script, matchOriginAsFallback: allFrames };
  if (registered) await chrome.scripting.updateContentScripts([full]);
  else await chrome.scripting.registerContentScripts([{ ...full, persistAcrossSessions: true }]);
}

async function start(matches: string[], allFrames: boolean): Promise<void> {
  if (matches.length === 0) return;
  // For a page that takes no script (it is being left, it shows an error) there is nothing to be read either.
  const tabs = await chrome.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id = -1 }) =>
      chrome.scripting.executeScript({ target: { tabId: id, allFrames }, files: [FILE] }),
    ),
  );
}
