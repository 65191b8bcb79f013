/**
 * The stack of call bubbles. While a call is open the whole stack is drawn anew twice a second: nodes are
 * replaced, never patched. Clicks are taken by the stack itself, and nothing is redrawn while a button or key
 * is down, for a click whose element was replaced between down and up would land on the stack instead.
 */
import { openBooking } from './booking.js';
import { drawBubble } from './bubble.js';
import { el, redraw } from './draw.js';
import { act, exchange } from './line.js';
import { csr } from './session.js';

const TICK_MS = 500;
const stack = document.getElementById('bubbles');
let pressed = false;

/** Draws the stack now, or as soon as the button or key that is down comes up. */
export function drawBubbles() {
  if (pressed) return;
  const shown = exchange().calls.filter((call) => !call.closed);
  const ended = shown.filter((call) => call.endedAt !== null);
  const now = Date.now();
  redraw(
    stack,
    [
      ended.length > 2 && clearAll(ended),
      ...shown.toReversed().map((call) => drawBubble(call, csr(), now)),
    ].filter(Boolean),
  );
}

/** Starts the ticking and the listening. */
export function startBubbles() {
  const press = () => {
    pressed = true;
  };
  const release = () => {
    if (!pressed) return;
    // The click comes after this event, in the same task.
    setTimeout(() => {
      pressed = false;
      drawBubbles();
    });
  };
  stack.addEventListener('pointerdown', press);
  stack.addEventListener('keydown', press);
  for (const end of ['pointerup', 'pointercancel', 'keyup', 'blur']) addEventListener(end, release);
  stack.addEventListener('click', (event) => {
    const control = event.target.closest('[data-action]');
    if (control) obey(control.dataset.action, control.closest('[data-call-id]')?.dataset.callId);
  });
  setInterval(() => {
    if (exchange().calls.some((call) => call.endedAt === null)) drawBubbles();
  }, TICK_MS);
}

function obey(action, call) {
  if (action === 'clear') {
    return Promise.all(
      exchange()
        .calls.filter((other) => other.endedAt !== null && !other.closed)
        .map((other) => act({ do: 'close', call: other.id })),
    );
  }
  if (action === 'book') return openBooking(exchange().calls.find((other) => other.id === call));
  return act({ do: action, call, csr: csr() });
}

function clearAll(ended) {
  return el(
    'button',
    { type: 'button', class: 'bubbles-clear', 'data-action': 'clear', 'data-focus': 'clear' },
    `Clear ${ended.length} ended calls`,
  );
}
