/**
 * The stack of call bubbles. While a call is open the whole stack is drawn anew twice a second: nodes are
 * replaced, never patched. Clicks are taken by the stack itself, which stays.
 */
import { openBooking } from './booking.js';
import { drawBubble } from './bubble.js';
import { el, redraw } from './draw.js';
import { act, exchange } from './line.js';
import { isPressed } from './press.js';
import { csr } from './session.js';
import { trouble } from './toasts.js';

const TICK_MS = 500;
const stack = document.getElementById('bubbles');

/** Draws the stack now, unless a control is being pressed: its release draws everything. */
export function drawBubbles() {
  if (isPressed()) return;
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
  stack.addEventListener('click', (event) => {
    const control = event.target.closest('[data-action]');
    if (!control) return;
    obey(control.dataset.action, control.closest('[data-call-id]')?.dataset.callId).catch(trouble);
  });
  setInterval(() => {
    if (exchange().calls.some((call) => call.endedAt === null)) drawBubbles();
  }, TICK_MS);
}

async function obey(action, call) {
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
