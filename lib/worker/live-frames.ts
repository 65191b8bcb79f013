/** The live view of a page with frames: what is edited in the panel goes to the frames, what they show comes back. */
import * as v from 'valibot';
import type { Profile } from '@/lib/crm/profile.ts';
import { type LiveFrame, onMessage, sendMessage } from '@/lib/messaging.ts';
import { readConfig } from '@/lib/store/config.ts';
import { check, contentSource, refuse } from './edge.ts';
import { profileInFrame } from './profiles.ts';

const text = v.pipe(v.string(), v.maxLength(300));
const frame = v.strictObject({
  frame: v.number(),
  url: v.pipe(
    v.string(),
    v.transform((url) => url.slice(0, 300)),
  ),
  calls: v.pipe(
    v.array(
      v.strictObject({
        state: v.nullable(
          v.picklist(['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended', 'unknown']),
        ),
        statePath: v.nullable(text),
        fields: v.pipe(v.array(v.strictObject({ path: text, value: v.optional(text) })), v.maxLength(20)),
      }),
    ),
    v.maxLength(50),
  ),
  passed: v.pipe(v.array(text), v.maxLength(50)),
});

/**
 * Starts answering.
 * @param isOpen whether a person has the live view open in a tab.
 */
export function answerLiveFrames(isOpen: (tab: number) => Promise<boolean>): void {
  onMessage('editLive', async ({ data, sender }) => {
    const { tabId, frameId } = contentSource(sender);
    if (frameId !== 0 || !(await isOpen(tabId))) throw refuse('an edit from where nobody edits');
    await tellFrames(tabId, data);
  });

  onMessage('liveFrame', async ({ data, sender }) => {
    const { tabId, frameId, url } = contentSource(sender);
    if (!(await isOpen(tabId))) throw refuse('a frame of a page that nobody looks at');
    // Of another origin's frame the page's panel learns where a profile that is kept reads it, and nowhere else.
    if (!profileInFrame({ url, topUrl: sender.tab?.url }, await readConfig())) {
      throw refuse('a frame that no profile reads');
    }
    const seen = check(frame, data, 'frame of the live view') as LiveFrame;
    await sendMessage('liveInFrame', { ...seen, frame: frameId }, { tabId, frameId: 0 });
  });
}

/** Tells all frames of a tab by what to read for the live view; `null` = by nothing any more. */
export async function tellFrames(tabId: number, profile: Profile | null): Promise<void> {
  // Where no frame listens nobody answers.
  await Promise.allSettled([sendMessage('liveProfile', profile, tabId)]);
}
