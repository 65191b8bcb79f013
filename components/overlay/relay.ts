/**
 * Keeps what a person does in the overlay away from the CRM. Events inside a closed shadow root still pass the
 * page's window and document on their way, so a shortcut of the CRM would fire, and its dialogs would close at a
 * "click outside". So the first listener on the window stops each such event and sends a copy of it, which never
 * leaves the shadow root, to the element it was meant for. What the browser does by itself (Enter presses a
 * button) is not touched by that; a copy that was prevented prevents the original.
 */
import { markReal } from './real.ts';

const KEYS = ['keydown', 'keypress', 'keyup'] as const;
const PRESSES = ['pointerdown', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click'] as const;
const FOCUS = ['focusin', 'focusout'] as const;
/** Nothing in the overlay listens to these, and the CRM shall not hear them. */
const SILENCED = ['focus', 'blur', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'wheel'];

/**
 * Starts it.
 * @param host the element whose closed root is `shadow`.
 * @param onFocus the focus came into the overlay or left it; moves inside are not told.
 */
export function relayEvents(
  host: Element,
  shadow: ShadowRoot,
  signal: AbortSignal,
  onFocus: () => void,
): void {
  const listening = { capture: true, passive: false, signal } as const;
  /** Keys that went down in here: where the focus leaves on a key, its repeats and its release are still ours. */
  const down = new Set<string>();
  /** What was pressed: a click counts only where it began. */
  let pressed: Element | null = null;

  for (const type of KEYS) {
    window.addEventListener(
      type,
      (event) => {
        const ours = event.target === host;
        if (ours && type === 'keydown') down.add(event.code);
        const stray = !ours && down.has(event.code) && (type !== 'keydown' || event.repeat);
        if (!ours && type === 'keydown' && !event.repeat) down.delete(event.code);
        if (type === 'keyup') down.delete(event.code);
        if (!ours && !stray) return;
        event.stopImmediatePropagation();
        if (stray) event.preventDefault();
        else send(event, shadow.activeElement, keyCopy(event));
      },
      listening,
    );
  }

  for (const type of PRESSES) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        const under = shadow.elementFromPoint(event.clientX, event.clientY);
        const byKey = type === 'click' && event.detail === 0;
        const target = byKey ? shadow.activeElement : under && shadow.contains(under) ? under : null;
        if (type === 'pointerdown') pressed = control(target);
        if (type === 'click' && !byKey && pressed !== control(target)) return;
        send(event, target ?? shadow.firstElementChild, pressCopy(event));
      },
      listening,
    );
  }

  for (const type of FOCUS) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        onFocus();
      },
      listening,
    );
  }

  for (const type of SILENCED) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target === host) event.stopImmediatePropagation();
      },
      { ...listening, passive: true },
    );
  }
}

/** Sends the copy in place of what a person did. What a script did is dropped. */
function send(event: Event, target: Element | null, copy: Event): void {
  if (!event.isTrusted || !target) return;
  markReal(copy);
  if (!target.dispatchEvent(copy)) event.preventDefault();
}

/** Not composed: the copy ends at the shadow root. */
const STAYS_INSIDE = { bubbles: true, cancelable: true, composed: false } as const;

function keyCopy(event: KeyboardEvent): KeyboardEvent {
  const { key, code, repeat, altKey, ctrlKey, metaKey, shiftKey } = event;
  const facts = { key, code, repeat, altKey, ctrlKey, metaKey, shiftKey };
  return new KeyboardEvent(event.type, { ...STAYS_INSIDE, ...facts });
}

function pressCopy(event: MouseEvent): MouseEvent {
  const { clientX, clientY, button, buttons, detail } = event;
  const facts = { ...STAYS_INSIDE, clientX, clientY, button, buttons, detail };
  if (!(event instanceof PointerEvent)) return new MouseEvent(event.type, facts);
  const { pointerId, pointerType, isPrimary } = event;
  return new PointerEvent(event.type, { ...facts, pointerId, pointerType, isPrimary });
}

function control(element: Element | null): Element | null {
  return element?.closest('button') ?? null;
}
