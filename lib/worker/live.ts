/** The live view over a CRM's page: opens it in a tab, tells it what to show, keeps what was edited in it. */
import * as v from 'valibot';
import type { Profile } from '@/lib/crm/profile.ts';
import { onMessage } from '@/lib/messaging.ts';
import { readConfig } from '@/lib/store/config.ts';
import { listCrms } from './crms.ts';
import { check, contentSource, mustBeOwnPage, refuse } from './edge.ts';
import { keepProfile } from './keep.ts';
import { answerLiveFrames, tellFrames } from './live-frames.ts';
import { profileOf } from './profiles.ts';
import { say } from './say.ts';

const FILE = 'live.js';

const opening = v.strictObject({
  tab: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  profile: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});

/** Starts answering. Only a tab in which a person opened the live view may ask for it or save from it. */
export function answerLive(): void {
  onMessage('openLive', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { tab, profile } = check(opening, data, 'request for the live view');
    await openLive(tab, profile);
  });

  onMessage('live', async ({ sender }) => {
    const { tabId, url, origin } = contentSource(sender);
    const open = (await opened())[tabId];
    if (!open) return null;
    const [crms, config] = await Promise.all([listCrms(), readConfig()]);
    const kept = crms.find(({ profile }) => profile.id === open.profile);
    const taken = crms.map(({ profile }) => profile.id);
    return {
      profile: kept?.profile ?? draftFor(url, sender.tab?.title ?? '', taken),
      known: kept !== undefined,
      granted: await chrome.permissions.contains({ origins: [`${origin}/*`] }),
      readBy: profileOf(url, config)?.name ?? null,
    };
  });

  onMessage('saveLive', async ({ data, sender }) => {
    const { tabId, frameId } = contentSource(sender);
    const open = (await opened())[tabId];
    if (!open || frameId !== 0) throw refuse('a profile from a page in which nobody edits one');
    const { id } = data as Profile;
    const others = (await listCrms()).filter(({ profile }) => profile.id !== open.profile);
    if (others.some(({ profile }) => profile.id === id)) throw new Error(say('errorLiveIdTaken', id));
    await keepProfile(data);
    await setOpen(tabId, { profile: id });
  });

  onMessage('closeLive', async ({ sender }) => {
    const { tabId } = contentSource(sender);
    await setOpen(tabId, null);
    await tellFrames(tabId, null);
  });
  answerLiveFrames(async (tab) => tab in (await opened()));

  chrome.tabs.onRemoved.addListener((tab) => void setOpen(tab, null));
}

/** Opens the live view over the page in a tab; `null` = with a new profile. @throws with a sentence where it cannot */
export async function openLive(tab: number, profile: string | null): Promise<void> {
  await setOpen(tab, { profile });
  await inject(tab, await framesOf(profile));
  await show(tab);
}

/**
 * A profile to begin with on a page of no known CRM; its calls are still to be told.
 * @param title the page's, for the name.
 * @param taken ids that there are.
 */
export function draftFor(url: string, title: string, taken: readonly string[]): Profile {
  const { origin, hostname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const stem =
    host
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'crm';
  let id = stem;
  for (let n = 2; taken.includes(id); n++) id = `${stem}-${n}`;
  const name = title.trim().slice(0, 80).trim() || host.slice(0, 80);
  return { schema: 1, id, name, matches: [`${origin}/*`], calls: [] };
}

type Opened = Record<number, { profile: string | null }>;

/** By tab. Forgotten with the browser, as the tabs are. */
async function opened(): Promise<Opened> {
  const { live } = await chrome.storage.session.get('live');
  return (live as Opened | undefined) ?? {};
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two tabs that close at once must not bring each other back. */
function setOpen(tab: number, open: Opened[number] | null): Promise<void> {
  const turn = last.then(async () => {
    const { [tab]: before, ...others } = await opened();
    if (!before && !open) return;
    await chrome.storage.session.set({ live: open ? { ...others, [tab]: open } : others });
  });
  last = Promise.allSettled([turn]);
  return turn;
}

async function framesOf(id: string | null): Promise<boolean> {
  const kept = (await listCrms()).find(({ profile }) => profile.id === id);
  return kept?.profile.frames === 'all';
}

async function inject(tabId: number, allFrames: boolean): Promise<void> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, allFrames }, files: [FILE] });
  } catch (error) {
    console.warn('Callmark could not open the live view:', error);
    await setOpen(tabId, null);
    throw new Error(say('errorLiveNotAllowed'));
  }
}

async function show(tabId: number): Promise<void> {
  const tab = await chrome.tabs.update(tabId, { active: true });
  if (tab) await chrome.windows.update(tab.windowId, { focused: true });
}
