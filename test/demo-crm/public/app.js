/** The CRM: routes, the frame around the views, and what is drawn anew when. */
import { drawBubbles, startBubbles } from './bubbles.js';
import { avatar, redraw } from './draw.js';
import { dayName, isoDay } from './format.js';
import { follow } from './line.js';
import { drawPanel, startPanel } from './panel.js';
import { isPressed, onRelease } from './press.js';
import { csr, onSignIn } from './session.js';
import * as calls from './views/calls.js';
import * as customers from './views/customers.js';
import * as dispatch from './views/dispatch.js';

const VIEWS = { calls, dispatch, customers };

function drawView() {
  const route = location.hash.slice(2);
  const view = VIEWS[route] ?? calls;
  document.title = `${view.title} · Brightpipe`;
  document.getElementById('title').textContent = view.title;
  for (const link of document.querySelectorAll('.nav a')) {
    if (VIEWS[link.hash.slice(2)] === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  redraw(document.getElementById('view'), view.draw(drawView));
}

function drawSignedIn() {
  document.getElementById('signed-in-name').textContent = csr();
  document.getElementById('signed-in-face').replaceChildren(avatar(csr()));
}

function drawLink(linked) {
  const chip = document.getElementById('phone-link');
  chip.dataset.linked = String(linked);
  chip.textContent = linked ? 'Phone linked' : 'Phone not reached';
}

/** Everything that depends on the line or on who is signed in. */
export function drawAll() {
  if (isPressed()) return;
  drawSignedIn();
  drawBubbles();
  drawPanel();
  // Somebody who types into the view is not interrupted; the search does not depend on the line.
  if (!document.getElementById('view').contains(document.activeElement?.closest('input') ?? null)) drawView();
}

document.getElementById('today').textContent = dayName(isoDay());
addEventListener('hashchange', () => drawView());
onSignIn(drawAll);
onRelease(drawAll);
startPanel(drawAll);
startBubbles();
await follow(drawAll, drawLink);
