/** Answers every message. Registers all its listeners at once, before anything is awaited. */
import type { CallEvent } from '@/lib/calls/call.ts';
import { ofType } from '@/lib/calls/fold.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import { type OverlayState, onMessage, sendMessage } from '@/lib/messaging.ts';
import { readConfig, setRestored, setStorageFull, writeConfig } from '@/lib/store/config.ts';
import { isShownIn, latestAgent, overlayOf, overlayState } from '@/lib/store/overlay-state.ts';
import { reasonsInUse } from '@/lib/store/queries.ts';
import { act, record, StorageFull } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { listCrms, profileOf, syncScripts } from './crms.ts';
import { checkObservation, checkPlace, contentSource, mustBeOwnPage, refuse } from './edge.ts';

/** Starts answering. */
export function answerMessages(): void {
  answerPagesWeRead();
  answerOwnPages();
  // Nobody outside has business here; the manifest refuses them already, this is the second lock.
  chrome.runtime.onMessageExternal.addListener(() => {
    refuse('a message from another extension or a page');
    return false;
  });
}

/** Tells overlays that something changed which they show. */
export async function refreshOverlays(): Promise<void> {
  const { matches } = (await chrome.scripting.getRegisteredContentScripts({ ids: ['crm'] }))[0] ?? {};
  if (!matches?.length) return;
  const tabs = await chrome.tabs.query({ url: matches });
  // A tab without a living content script does not answer, and has no overlay to refresh.
  await Promise.allSettled(tabs.map(({ id = -1 }) => sendMessage('refresh', undefined, id)));
}

function answerPagesWeRead(): void {
  onMessage('hello', async ({ sender }) => {
    const { url, frameId } = contentSource(sender);
    const config = await readConfig();
    const profile = profileOf(url, config);
    if (!profile || (frameId !== 0 && profile.frames !== 'all')) return null;
    return { profile, place: config.places[profile.id] ?? null };
  });

  onMessage('observe', async ({ data, sender }): Promise<OverlayState> => {
    const { url, ...source } = contentSource(sender);
    const observation = checkObservation(data);
    const { tabId } = source;
    const { watcher, seq } = observation;
    const config = await readConfig();
    const profile = profileOf(url, config);
    if (profile?.id !== observation.profile) throw refuse('an observation of a page that is not read');
    try {
      const recorded = await record(observation, source, profile, config);
      // Not waited for: a CSR's overlay comes before the badge.
      if (recorded.changed) void updateBadge();
      return overlayOf({ tabId, watcher, ...recorded }, config);
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      // Not acknowledged: the page keeps it and sends it again. What was stored can still be read.
      return overlayState(tabId, watcher, seq - 1, await readConfig());
    }
  });

  onMessage('overlay', async ({ sender }) => {
    const { tabId, url } = contentSource(sender);
    const config = await readConfig();
    if (!profileOf(url, config)) throw refuse('a question from a page that is not read');
    return overlayState(tabId, null, 0, config);
  });

  onMessage('giveReason', async ({ data, sender }) => {
    const { tabId } = contentSource(sender);
    if (!(await isShownIn(tabId, data.call))) throw refuse('a reason for a call that the page does not show');
    const by = (await latestAgent(tabId)) ?? 'csr';
    await act(crypto.randomUUID(), data.call, (call, { reasons }) => {
      const stamp = { id: crypto.randomUUID(), at: Date.now(), by };
      const last = ofType(call.events, 'reasonGiven').at(-1);
      if (data.reason === null) {
        return call.reason && last ? [{ ...stamp, type: 'undone', undoes: last.id }] : [];
      }
      const reason = reasons.find((r) => r.id === data.reason && r.active);
      if (!reason) throw new Error('This reason is no longer in use.');
      const { id, name, isLead } = reason;
      return [{ ...stamp, type: 'reasonGiven', reason: id, given: { id, name, isLead } }];
    });
    return overlayState(tabId, null, 0, await readConfig());
  });

  onMessage('placeOverlay', async ({ data, sender }) => {
    const { url } = contentSource(sender);
    const config = await readConfig();
    const profile = profileOf(url, config);
    if (!profile) return;
    await writeConfig({ places: { ...config.places, [profile.id]: checkPlace(data) } });
  });

  onMessage('openPage', async ({ data, sender }) => {
    contentSource(sender);
    const page = (['reasons', 'rules', 'crms'] as const).find((p) => p === data) ?? 'reasons';
    await chrome.tabs.create({ url: chrome.runtime.getURL(`/options.html#${page}`) });
  });
}

function answerOwnPages(): void {
  const byPerson = async (
    call: string,
    event: (stamp: { id: string; at: number; by: string }) => CallEvent,
  ) => {
    const by = (await latestAgent()) ?? 'person';
    await act(crypto.randomUUID(), call, () => [event({ id: crypto.randomUUID(), at: Date.now(), by })]);
    await Promise.all([updateBadge(), refreshOverlays()]);
  };

  onMessage('followUp', async ({ data: { call, as, why }, sender }) => {
    mustBeOwnPage(sender);
    await byPerson(call, (stamp) => ({ ...stamp, type: 'followedUp', as, ...(why ? { why } : {}) }));
  });

  onMessage('reclassify', async ({ data: { call, to, job, why }, sender }) => {
    mustBeOwnPage(sender);
    const more = { ...(job ? { job } : {}), ...(why ? { why } : {}) };
    await byPerson(call, (stamp) => ({ ...stamp, type: 'reclassified', to, ...more }));
  });

  onMessage('saveReasons', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const kept = new Set(data.map((r) => r.id));
    const lost = [...(await reasonsInUse())].filter((id) => !kept.has(id));
    const { reasons } = await readConfig();
    const refused = reasons.filter((r) => lost.includes(r.id)).map((r) => r.name);
    if (refused.length > 0) {
      throw new Error(`${refused.join(', ')}: given to calls already; switch it off instead.`);
    }
    await writeConfig({ reasons: data.map((r, sort) => ({ ...r, name: r.name.trim(), sort })) });
    await Promise.all([updateBadge(), refreshOverlays()]);
  });

  onMessage('saveSettings', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    await writeConfig({ settings: data });
    await refreshOverlays();
  });

  onMessage('saveProfile', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const result = validateProfile(data);
    if ('problems' in result) {
      throw new Error(result.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
    }
    const { profile } = result;
    const { ownProfiles, off } = await readConfig();
    await writeConfig({
      ownProfiles: [...ownProfiles.filter((p) => p.id !== profile.id), profile],
      off: off.filter((id) => id !== profile.id),
    });
    return changedCrms();
  });

  onMessage('switchCrm', async ({ data: { profile, on }, sender }) => {
    mustBeOwnPage(sender);
    const { off } = await readConfig();
    await writeConfig({ off: [...off.filter((id) => id !== profile), ...(on ? [] : [profile])] });
    return changedCrms();
  });

  onMessage('removeProfile', async ({ data: id, sender }) => {
    mustBeOwnPage(sender);
    const { ownProfiles } = await readConfig();
    const removed = ownProfiles.find((p) => p.id === id);
    await writeConfig({ ownProfiles: ownProfiles.filter((p) => p.id !== id) });
    const stillNeeded = new Set(
      [...builtInProfiles, ...ownProfiles.filter((p) => p.id !== id)].flatMap((p) => p.matches),
    );
    const origins = (removed?.matches ?? []).filter((m) => !stillNeeded.has(m));
    if (origins.length > 0) await chrome.permissions.remove({ origins });
    return changedCrms();
  });

  onMessage('crms', ({ sender }) => {
    mustBeOwnPage(sender);
    return listCrms();
  });

  onMessage('profileFor', async ({ data: url, sender }) => {
    mustBeOwnPage(sender);
    const profile = profileOf(url, await readConfig());
    if (!profile) return null;
    const { origin } = new URL(url);
    return { profile, granted: await chrome.permissions.contains({ origins: [`${origin}/*`] }) };
  });

  onMessage('dismissTrouble', async ({ sender }) => {
    mustBeOwnPage(sender);
    await Promise.all([setRestored(false), setStorageFull(false)]);
    await refreshOverlays();
  });
}

async function changedCrms() {
  await syncScripts();
  await refreshOverlays();
  return listCrms();
}
