/** Answers the content scripts in the pages that are read. */

import { effective, ofType } from '@/lib/calls/fold.ts';
import { type OverlayState, onMessage } from '@/lib/messaging.ts';
import { changeConfig, readConfig } from '@/lib/store/config.ts';
import { isShownIn, latestAgent, overlayOf, overlayState } from '@/lib/store/overlay-state.ts';
import { act, record, StorageFull } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { checkObservation, checkPlace, contentSource, refuse } from './edge.ts';
import { originOfCalls, refreshTop } from './frames.ts';
import { isTooWide, noteHealth } from './health.ts';
import { profileInFrame, profileOf, profileOn } from './profiles.ts';
import { say } from './say.ts';
import { checkReasonGiven } from './shapes.ts';
import { timeAfter } from './time-after.ts';

/** Starts answering them. */
export function answerPagesWeRead(): void {
  onMessage('hello', async ({ sender }) => {
    // A sandboxed frame is of no origin; asked again and again it would go on asking.
    if (sender.origin === 'null') return null;
    const { url, frameId, origin } = contentSource(sender);
    const [config, granted] = await Promise.all([readConfig(), isGranted(origin)]);
    const frame = { url, topUrl: sender.tab?.url };
    const profile = frameId === 0 ? profileOf(url, config) : profileInFrame(frame, config);
    if (!granted || !profile) return null;
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
      const from = { ...source, origin: originOfCalls(source, sender.tab) };
      const recorded = await record(observation, from, profile, config);
      // Not waited for: a CSR's overlay comes before the badge.
      if (recorded.changed) void updateBadge();
      if (recorded.changed && source.frameId !== 0) refreshTop(tabId);
      await noteHealth(profile.id, observation.seen);
      return withFit(overlayOf({ tabId, watcher, ...recorded }, recorded.config), profile.id);
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      // Not acknowledged: the page keeps it and sends it again. What was stored can still be read.
      return overlayState(tabId, watcher, seq - 1, await readConfig());
    }
  });

  onMessage('overlay', async ({ sender }) => {
    const { tabId, origin } = contentSource(sender);
    const config = await readConfig();
    const profile = profileOn(origin, null, config);
    if (!profile) throw refuse('a question from a page that is not read');
    return withFit(await overlayState(tabId, null, 0, config), profile.id);
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
      if (!reason) throw new Error(say('errorReasonNotInUse'));
      const { name, isLead } = reason;
      return [
        { ...stamp, id, type: 'reasonGiven', reason: reason.id, given: { id: reason.id, name, isLead } },
      ];
    });
    return overlayState(tabId, null, 0, await readConfig());
  });

  onMessage('placeOverlay', async ({ data, sender }) => {
    const { url } = contentSource(sender);
    const place = checkPlace(data);
    await changeConfig((config) => {
      const profile = profileOf(url, config);
      return profile ? { places: { ...config.places, [profile.id]: place } } : {};
    });
  });

  onMessage('openPage', async ({ data, sender }) => {
    contentSource(sender);
    const page = (['reasons', 'rules', 'crms'] as const).find((p) => p === data) ?? 'reasons';
    await chrome.tabs.create({ url: chrome.runtime.getURL(`/options.html#${page}`) });
  });
}

/** Tells a person too where a rule of the profile matches so much that it is not read. */
async function withFit(state: OverlayState, profile: string): Promise<OverlayState> {
  const trouble = state.trouble ?? ((await isTooWide(profile)) ? 'troubleTooWide' : null);
  return { ...state, trouble };
}

function isGranted(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${origin}/*`] });
}
