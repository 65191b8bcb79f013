/** Notices what a person's click means for a call. Only listens: the page never feels it. */
import type { CallOnScreen, Gesture } from '@/lib/calls/seen.ts';
import { meets } from './lookup.ts';
import type { CallRule, Profile, StateName } from './profile.ts';
import type { PageAccess } from './scope.ts';
import type { Sighting } from './sighting.ts';

/** What a click is asked about: every element that shows a call, with the call it shows. */
export type Shown = { sighting: Sighting; call: CallOnScreen };

/**
 * What a click along `path` (the event's composed path, target first) means: the innermost element that a
 * gesture names decides, so that a click on "reject" inside a bubble that is claimed by any click rejects.
 * `null` = nothing; `ignored` is told of a gesture that does not count in the call's state.
 */
export function gestureOf(
  path: readonly EventTarget[],
  shown: readonly Shown[],
  profile: Profile,
  page: PageAccess,
  ignored?: (path: string, gesture: string, state: string) => void,
): { is: Gesture['is']; call: CallOnScreen } | null {
  for (const [depth, target] of path.entries()) {
    for (const { sighting, call } of shown) {
      const end = path.indexOf(sighting.root as EventTarget);
      if (end < depth) continue;
      const named = (profile.calls[sighting.rule]?.gestures ?? []).filter((g) =>
        isTarget(g, target, sighting, page),
      );
      const [first] = named;
      if (!first) continue;
      const gesture = named.find((g) => (g.during ?? DURING[g.is]).some((state) => state === call.state));
      if (gesture) return { is: gesture.is, call };
      const place = profile.calls[sighting.rule]?.gestures?.indexOf(first) ?? 0;
      ignored?.(`calls[${sighting.rule}].gestures[${place}]`, first.is, call.state);
      return null;
    }
  }
  return null;
}

/** What listening for clicks needs. */
export interface ClickOptions {
  signal: AbortSignal;
  /** Told of every click that a person made, before the page hears of it, with its composed path. */
  clicked: (path: readonly EventTarget[]) => void;
  /** Told of clicks that a script made. */
  faked?: () => void;
}

/** Listens for people's clicks, in the window and in the shadow roots that are entered. */
export interface Clicks {
  /** From now on clicks inside this shadow root are heard where they land: outside, a closed one hides them. */
  enter(root: ShadowRoot): void;
}

/** Starts to listen. Clicks made by a script are not trusted by the browser, so never count. */
export function onPersonsClick(window: Window, { signal, clicked, faked }: ClickOptions): Clicks {
  const closed = new WeakSet<EventTarget>();
  const listen = (event: Event) => {
    const path = event.composedPath();
    // It landed in a closed shadow root, and comes along there once more with the rest of its path.
    if (path[0] && closed.has(path[0])) return;
    if (event.isTrusted) clicked(path);
    else faked?.();
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener('click', listen, options);
  return {
    enter(root) {
      if (root.mode !== 'closed') return;
      closed.add(root.host);
      root.addEventListener('click', listen, options);
    },
  };
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
  page: PageAccess,
): boolean {
  if (gesture.click === 'root') return target === s.root;
  const { id, key } = s.facts;
  return 'matches' in target && meets(target as Element, gesture.click, { page, id, key }, s.root as Element);
}
