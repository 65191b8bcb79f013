/** What a person does: events that carry the browser's mark of trust, which no script can set in a real browser. */
import { act } from '@testing-library/preact';

/** Sends an event as if a person had caused it. @returns false if it was prevented. */
export function byPerson(target: EventTarget, event: Event): boolean {
  Object.defineProperty(event, 'isTrusted', { value: true });
  let went = true;
  act(() => {
    went = target.dispatchEvent(event);
  });
  return went;
}

export function click(target: EventTarget): boolean {
  return byPerson(target, new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
}

export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): boolean {
  return byPerson(target, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}
