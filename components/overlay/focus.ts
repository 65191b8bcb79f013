/** Takes the keyboard focus into the overlay, round in it, and back to where it was. */
import { around } from './keys.ts';
import { real } from './real.ts';

export interface FocusKeeper {
  /** Puts the focus in; does nothing while nothing shows. */
  enter(): void;
  /** To be called after each render: where the focused control is gone, the focus goes on or back. */
  afterRender(): void;
}

/** Tab goes round inside, Escape gives the focus back. */
export function keepFocus(shadow: ShadowRoot): FocusKeeper {
  let back: Element | null = null;
  let inside = false;

  const enter = () => {
    const target = shadow.querySelector<HTMLElement>('.reasons [tabindex="0"]') ?? stops(shadow)[0];
    if (!target) return;
    if (!shadow.activeElement) back = deepActive();
    target.focus();
  };
  const leave = () => {
    focused(shadow)?.blur();
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    back = null;
  };

  shadow.addEventListener(
    'keydown',
    real((event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        leave();
      } else if (event.key === 'Tab') {
        event.preventDefault();
        around(stops(shadow), focused(shadow), event.shiftKey ? -1 : 1)?.focus();
      }
    }),
  );

  return {
    enter,
    afterRender() {
      const lost = inside && !shadow.activeElement && document.activeElement === document.body;
      inside = shadow.activeElement !== null;
      if (!lost) return;
      if (stops(shadow).length > 0) enter();
      else leave();
    },
  };
}

function focused(shadow: ShadowRoot): HTMLElement | null {
  return shadow.activeElement instanceof HTMLElement ? shadow.activeElement : null;
}

function stops(shadow: ShadowRoot): HTMLElement[] {
  return [...shadow.querySelectorAll<HTMLElement>('button:not([tabindex="-1"])')];
}

/** The focused element itself, also inside open shadow roots of the page. */
function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
