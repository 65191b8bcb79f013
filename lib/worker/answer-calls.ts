/** Answers our own pages on calls, reasons, rules and what a person must know. */
import type { Call, CallEvent } from '@/lib/calls/call.ts';
import { effective, ofType } from '@/lib/calls/fold.ts';
import { onMessage } from '@/lib/messaging.ts';
import { readConfig, setRestored, setStorageFull, writeConfig } from '@/lib/store/config.ts';
import { latestAgent } from '@/lib/store/overlay-state.ts';
import { reasonsInUse } from '@/lib/store/queries.ts';
import { act } from '@/lib/store/writer.ts';
import { updateBadge } from './badge.ts';
import { mustBeOwnPage } from './edge.ts';
import { refreshOverlays } from './overlays.ts';
import { say } from './say.ts';
import { checkCall, checkCorrection, checkFollowUp, checkReasons, checkSettings } from './shapes.ts';
import { timeAfter } from './time-after.ts';

/** Starts answering them. */
export function answerAboutCalls(): void {
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
      throw new Error(say('errorReasonUsed', refused.join(', ')));
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

  onMessage('dismissTrouble', async ({ sender }) => {
    mustBeOwnPage(sender);
    await Promise.all([setRestored(false), setStorageFull(false)]);
    void refreshOverlays();
  });
}
