/** Notices what a person's click means for a call. Only listens: the page never feels it. */
import type { CallOnScreen, Gesture } from '@/lib/calls/seen.ts';
import { meets } from './lookup.ts';
import type { CallRule, Profile, StateName } from './profile.ts';
import type { Sighting } from './sighting.ts';

/** What a click is asked about: every element that shows a call, with the call it shows. */
export type Shown = { sighting: Sighting; call: CallOnScreen };

/**
 * What a click along `path` (the event's composed path, target first) means: the innermost element that a
 * gesture names decides, so that a click on "reject" inside a bubble that is claimed by any click rejects.
 * `null` = nothing.
 */
export function gestureOf(
  path: readonly EventTarget[],
  shown: readonly Shown[],
  profile: Profile,
): { is: Gesture['is']; call: CallOnScreen } | null {
  for (const [depth, target] of path.entries()) {
    for (const { sighting, call } of shown) {
      const end = path.indexOf(sighting.root as EventTarget);
      if (end < depth) continue;
      const named = (profile.calls[sighting.rule]?.gestures ?? []).filter((g) =>
        isTarget(g, target, sighting),
      );
      if (named.length === 0) continue;
      const gesture = named.find((g) => (g.during ?? DURING[g.is]).some((state) => state === call.state));
      return gesture ? { is: gesture.is, call } : null;
    }
  }
  return null;
}

/**
 * Calls `clicked` for every click that a person made, before the page hears of it. Clicks made by a script
 * are not trusted by the browser, so never count.
 */
export function onPersonsClick(
  window: Window,
  signal: AbortSignal,
  clicked: (path: readonly EventTarget[]) => void,
): void {
  const listen = (event: Event) => {
    if (event.isTrusted) clicked(event.composedPath());
  };
  window.addEventListener('click', listen, { capture: true, passive: true, signal });
}

/** In which states a gesture counts where the profile does not say. */
const DURING: Record<Gesture['is'], readonly StateName[]> = {
  claim: ['ringing', 'connecting', 'connected', 'held'],
  reject: ['ringing', 'connecting'],
  'hang-up': ['connecting', 'connected', 'held'],
};

function isTarget(
  gesture: NonNullable<CallRule['gestures']>[number],
  target: EventTarget,
  s: Sighting,
): boolean {
  if (gesture.click === 'root') return target === s.root;
  return 'matches' in target && meets(target as Element, gesture.click);
}
