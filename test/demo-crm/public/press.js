/**
 * Whether a person is in the middle of a click or key press on a control. Nothing is redrawn then: a click
 * whose element was replaced between down and up would land on what lies around it.
 */

const CONTROL = 'button, a';
let pressed = false;

export const isPressed = () => pressed;

/** Calls back once the control has been let go and its click, if it became one, has been dealt with. */
export function onRelease(released) {
  const press = (event) => {
    if (!event.button && event.target.closest?.(CONTROL)) pressed = true;
  };
  const release = (event) => {
    // The press itself takes the focus from another control: only the window's own blur lets go.
    if (!pressed || (event.type === 'blur' && event.target !== window)) return;
    // The click comes after this event, in the same task.
    setTimeout(() => {
      pressed = false;
      released();
    });
  };
  addEventListener('pointerdown', press, true);
  addEventListener('keydown', press, true);
  for (const end of ['pointerup', 'pointercancel', 'keyup', 'dragend', 'blur']) {
    addEventListener(end, release, true);
  }
}
