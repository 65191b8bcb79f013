/** Puts the overlay on a page: owns its element, draws it, and ticks while a clock shows. */
import { render } from 'preact';
import themeCss from '@/components/theme.css?inline';
import type { OverlayPlace, OverlayState, OwnPage } from '@/lib/messaging.ts';
import { busyAreas } from './busy.ts';
import cardCss from './card.css?inline';
import controlsCss from './controls.css?inline';
import { keepFocus } from './focus.ts';
import hostCss from './host.css?inline';
import { createHost } from './host.ts';
import { Overlay } from './Overlay.tsx';
import overlayCss from './overlay.css?inline';
import type { Box } from './place.ts';
import reasonsCss from './reasons.css?inline';
import { relayEvents } from './relay.ts';

export interface MountOptions {
  /** Aborted = the overlay is gone. */
  signal: AbortSignal;
  /** Where it was left in this CRM; `null` = never moved. */
  place: OverlayPlace | null;
  /** Where the CRM shows its calls now. */
  bubbles: () => readonly Box[];
  onReason: (call: string, reason: string | null) => void;
  onOpen: (page: OwnPage) => void;
  /** Told once a move is over. */
  onMove: (place: OverlayPlace) => void;
  /** False once the extension was reloaded or removed: then nothing is drawn or put back. */
  alive?: () => boolean;
  /** Epoch ms by the page's own clock, which does not jump when the machine's clock is set. */
  now?: () => number;
}

export interface MountedOverlay {
  show(state: OverlayState): void;
  /** Puts the keyboard focus in; Escape gives it back. */
  focus(): void;
}

export function mountOverlay(options: MountOptions): MountedOverlay {
  const { signal, bubbles, onReason, onOpen, onMove, alive = () => true } = options;
  const now = options.now ?? (() => performance.timeOrigin + performance.now());
  const { element, shadow } = createHost(
    [themeCss, hostCss, overlayCss, controlsCss, cardCss, reasonsCss].join('\n'),
    signal,
    alive,
  );
  const root = document.createElement('div');
  root.className = 'callmark';
  shadow.append(root);
  const focus = keepFocus(shadow);

  let state: OverlayState | null = null;
  let place = options.place;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dismissed = new Set<string>();

  const draw = () => {
    clearTimeout(timer);
    if (signal.aborted || !alive()) return;
    const at = now();
    const shown = state && { ...state, calls: state.calls.filter((call) => !dismissed.has(call.id)) };
    render(
      <Overlay
        state={shown}
        now={at}
        place={place}
        bubbles={[...bubbles(), ...busyAreas(document, element)]}
        viewport={{ width: window.innerWidth, height: window.innerHeight }}
        focused={shadow.activeElement !== null}
        onReason={onReason}
        onOpen={onOpen}
        onMove={(next) => {
          place = next;
          onMove(next);
          draw();
        }}
        onDismiss={(call) => {
          dismissed.add(call);
          draw();
        }}
      />,
      root,
    );
    focus.afterRender();
    if (shadow.querySelector('.clock')) timer = setTimeout(draw, untilNextSecond(shown, at));
  };

  // Not at once: the focus may be on its way, and taking a focused control out of the page tells of it mid-drawing.
  relayEvents(element, shadow, signal, () => queueMicrotask(draw));
  for (const moved of ['focusin', 'focusout']) {
    document.addEventListener(moved, () => queueMicrotask(draw), { signal, capture: true });
  }
  window.addEventListener('resize', draw, { signal });
  document.addEventListener('visibilitychange', draw, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    render(null, root);
  });

  return {
    show(next) {
      state = next;
      draw();
    },
    focus: focus.enter,
  };
}

/** So that the clock of the first call changes when its second does, not up to a second later. */
function untilNextSecond(state: OverlayState | null, now: number): number {
  const call = state?.calls[0];
  const since = call ? (call.answeredAt ?? call.startedAt) : now;
  return 1000 - ((now - since) % 1000) + 5;
}
