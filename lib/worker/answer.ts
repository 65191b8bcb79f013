/** Answers every message. Registers all its listeners at once, before anything is awaited. */
import type { Call, CallEvent } from '@/lib/calls/call.ts';
import { effective, ofType } from '@/lib/calls/fold.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import { type CrmEntry, type OverlayState, onMessage, sendMessage } from '@/lib/messaging.ts';
import { readConfig, setRestored, setStorageFull, writeConfig } from '@/lib/store/config.ts';
import { isShownIn, latestAgent, overlayOf, overlayState } from '@/lib/store/overlay-state.ts';
import { reasonsInUse } from '@/lib/store/queries.ts';
import { act, record, StorageFull } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { listCrms, profileOf, profileOn, syncScripts } from './crms.ts';
import { checkObservation, checkPlace, contentSource, mustBeOwnPage, refuse } from './edge.ts';
import {
  checkCall,
  checkCorrection,
  checkFollowUp,
  checkReasonGiven,
  checkReasons,
  checkSettings,
} from './shapes.ts';

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

/** Adds or replaces a CRM's profile and reads by it at once. @throws with all paths and sentences where it is not valid */
export async function keepProfile(document: unknown): Promise<CrmEntry[]> {
  const result = validateProfile(document);
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
}

function answerPagesWeRead(): void {
  onMessage('hello', async ({ sender }) => {
    const { url, frameId, origin } = contentSource(sender);
    const [config, granted] = await Promise.all([readConfig(), isGranted(origin)]);
    const profile = profileOf(url, config);
    if (!granted || !profile || (frameId !== 0 && profile.frames !== 'all')) return null;
    return { profile, place: config.places[profile.id] ?? null };
  });

  onMessage('observe', async ({ data, sender }): Promise<OverlayState> => {
    const { url: _, ...source } = contentSource(sender);
    const observation = checkObservation(data);
    const { tabId } = source;
    const { watcher, seq } = observation;
    const config = await readConfig();
    const profile = profileOn(source.origin, observation.profile, config);
    if (!profile) throw refuse('an observation of a page that is not read');
    try {
      const recorded = await record(observation, source, profile, config);
      // Not waited for: a CSR's overlay comes before the badge.
      if (recorded.changed) void updateBadge();
      return overlayOf({ tabId, watcher, ...recorded }, recorded.config);
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      // Not acknowledged: the page keeps it and sends it again. What was stored can still be read.
      return overlayState(tabId, watcher, seq - 1, await readConfig());
    }
  });

  onMessage('overlay', async ({ sender }) => {
    const { tabId, origin } = contentSource(sender);
    const config = await readConfig();
    if (!profileOn(origin, null, config)) throw refuse('a question from a page that is not read');
    return overlayState(tabId, null, 0, config);
  });

  onMessage('giveReason', async ({ data, sender }) => {
    const { tabId } = contentSource(sender);
    const { id, call: callId, reason: reasonId } = checkReasonGiven(data);
    if (!(await isShownIn(tabId, callId))) throw refuse('a reason for a call that the page does not show');
    const by = (await latestAgent(tabId)) ?? 'csr';
    await act(id, callId, (call, { reasons }) => {
      const stamp = { at: timeAfter(call), by };
      if (reasonId === null) {
        // All that were given, or the one before the last would show again.
        const given = ofType(effective(call.events), 'reasonGiven');
        return given.map((e) => ({ ...stamp, id: `${id}:${e.id}`, type: 'undone', undoes: e.id }));
      }
      const reason = reasons.find((r) => r.id === reasonId && r.active);
      if (!reason) throw new Error(chrome.i18n.getMessage('errorReasonNotInUse'));
      const { name, isLead } = reason;
      return [
        { ...stamp, id, type: 'reasonGiven', reason: reason.id, given: { id: reason.id, name, isLead } },
      ];
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
    callId: string,
    event: (stamp: { id: string; at: number; by: string }, call: Call) => CallEvent | null,
  ) => {
    const by = (await latestAgent()) ?? 'person';
    await act(crypto.randomUUID(), callId, (call) => {
      const made = event({ id: crypto.randomUUID(), at: timeAfter(call), by }, call);
      return made ? [made] : [];
    });
    await updateBadge();
    void refreshOverlays();
  };

  onMessage('followUp', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { call, as, why } = checkFollowUp(data);
    await byPerson(call, (stamp) => ({ ...stamp, type: 'followedUp', as, ...(why ? { why } : {}) }));
  });

  onMessage('reclassify', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { call, to, job, why } = checkCorrection(data);
    const more = { ...(job ? { job } : {}), ...(why ? { why } : {}) };
    await byPerson(call, (stamp) => ({ ...stamp, type: 'reclassified', to, ...more }));
  });

  onMessage('undo', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    await byPerson(checkCall(data).call, (stamp, { events }) => {
      const last = ofType(effective(events), 'reclassified').at(-1);
      return last ? { ...stamp, type: 'undone', undoes: last.id } : null;
    });
  });

  onMessage('saveReasons', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const next = checkReasons(data);
    const kept = new Set(next.map((r) => r.id));
    const lost = [...(await reasonsInUse())].filter((id) => !kept.has(id));
    const { reasons } = await readConfig();
    const refused = reasons.filter((r) => lost.includes(r.id)).map((r) => r.name);
    if (refused.length > 0) {
      throw new Error(chrome.i18n.getMessage('errorReasonUsed', [refused.join(', ')]));
    }
    await writeConfig({ reasons: next.map((r, sort) => ({ ...r, sort })) });
    await updateBadge();
    void refreshOverlays();
  });

  onMessage('saveSettings', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    await writeConfig({ settings: checkSettings(data) });
    void refreshOverlays();
  });

  onMessage('saveProfile', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    return keepProfile(data);
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
    return { profile, granted: await isGranted(new URL(url).origin) };
  });

  onMessage('dismissTrouble', async ({ sender }) => {
    mustBeOwnPage(sender);
    await Promise.all([setRestored(false), setStorageFull(false)]);
    void refreshOverlays();
  });
}

/** Now, but after all that is known of the call: a clock that was set back must not make a person's last word the first. */
function timeAfter(call: Call): number {
  return Math.max(Date.now(), (call.events.at(-1)?.at ?? 0) + 1);
}

function isGranted(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${origin}/*`] });
}

async function changedCrms() {
  await syncScripts();
  void refreshOverlays();
  return listCrms();
}
