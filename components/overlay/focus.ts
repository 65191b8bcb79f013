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
  /** The control that has the focus, as far as is known: it may be taken out of the page. */
  let last: Element | null = null;

  const enter = () => {
    if (!shadow.activeElement) back ??= deepActive();
    stops(shadow)[0]?.focus();
    // The lists of reasons open with the focus, at the next drawing; that is where an answer is given.
    queueMicrotask(() => shadow.querySelector<HTMLElement>('.reasons [tabindex="0"]')?.focus());
  };
  const leave = () => {
    last = null;
    const target = back;
    back = null;
    focused(shadow)?.blur();
    if (target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
  };
  shadow.addEventListener('focusin', (event) => {
    if (event.target instanceof Element) last = event.target;
  });

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
      const lost = last !== null && !last.isConnected && !shadow.activeElement;
      last = shadow.activeElement;
      if (!last && !lost) back = null;
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
