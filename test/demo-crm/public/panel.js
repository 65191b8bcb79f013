/**
 * The phone simulator beside the CRM: rings, hangs up, and plays the other people. No part of the CRM.
 * `?panel=0` leaves it away.
 */
import { callerOf, stateOf } from './bubble.js';
import { CUSTOMERS } from './data/customers.js';
import { CSRS, LINES } from './data/office.js';
import { demo } from './demo.js';
import { el, redraw } from './draw.js';
import { phoneNumber } from './format.js';
import { exchange } from './line.js';
import { csr, signIn } from './session.js';
import { trouble } from './toasts.js';

const panel = document.getElementById('panel');
const STRANGERS = ['+17375550119', '+18305550167', '+12105550140', '+447700900123'];

/** Draws the list of calls on the line and who is signed in. */
export function drawPanel() {
  panel.querySelector('[name="csr"]').value = csr();
  const open = exchange().calls.filter((call) => call.endedAt === null);
  redraw(
    panel.querySelector('.panel-lines'),
    open.length ? open.map(drawLine) : [el('li', { class: 'panel-empty' }, 'Nobody is on the line.')],
  );
}

/** Fills the panel in and starts listening; `changed` is called when somebody else is signed in. */
export function startPanel(changed) {
  if (new URLSearchParams(location.search).get('panel') === '0') document.body.dataset.panel = 'none';
  else document.body.dataset.panel = innerWidth < 1100 ? 'closed' : 'open';
  const choice = (name) => panel.querySelector(`[name="${name}"]`);
  choice('caller').append(
    ...CUSTOMERS.map(({ name, phone }) => el('option', { value: phone }, `${name} ${phoneNumber(phone)}`)),
    ...STRANGERS.map((phone) => el('option', { value: phone }, `Unknown ${phoneNumber(phone)}`)),
  );
  choice('line').append(...LINES.map(({ campaign }, index) => el('option', { value: index }, campaign)));
  choice('csr').append(...CSRS.map((name) => el('option', {}, name)));
  choice('csr').addEventListener('change', (event) => {
    signIn(event.target.value);
    changed();
  });

  const line = () => LINES[Number(choice('line').value)];
  const ring = (from, more) => demo.ring({ from, ...line(), ...more });
  const jobs = {
    ring: () => ring(choice('caller').value),
    ringTwo: async () => {
      const first = choice('caller');
      const second = first.options[(first.selectedIndex + 1) % first.options.length].value;
      await ring(first.value);
      await ring(second);
    },
    ringAgain: () =>
      ring(exchange().calls.findLast((call) => call.direction === 'inbound')?.from ?? choice('caller').value),
    ringOutAfter: () => ring(choice('caller').value, { ringsForMs: Number(choice('seconds').value) * 1000 }),
    dial: () => demo.dial({ to: choice('caller').value }),
    reset: () => demo.reset(),
    toggle: () => {
      document.body.dataset.panel = document.body.dataset.panel === 'open' ? 'closed' : 'open';
    },
    hangUp: (call) => demo.hangUp(call),
    deskAnswer: (call) => demo.deskAnswer(call),
    remoteAnswer: (call) => demo.remoteAnswer(call),
    ringOut: (call) => demo.ringOut(call),
    takenBy: (call) =>
      demo.takenBy(
        call,
        CSRS.find((name) => name !== csr()),
      ),
  };
  panel.addEventListener('click', (event) => {
    const button = event.target.closest('[data-job]');
    if (button) Promise.resolve(jobs[button.dataset.job](button.dataset.call)).catch(trouble);
  });
}

function drawLine(call) {
  const state = stateOf(call);
  const button = (job, label) =>
    el(
      'button',
      {
        type: 'button',
        'data-job': job,
        'data-call': call.id,
        'data-focus': `${call.id} ${job}`,
        'aria-label': `${label} (${call.id})`,
      },
      label,
    );
  return el(
    'li',
    {},
    el(
      'span',
      { class: 'panel-call' },
      `${call.id} · ${callerOf(call).name ?? phoneNumber(call.from)} · ${state}`,
    ),
    el(
      'span',
      { class: 'panel-buttons' },
      button('hangUp', call.direction === 'outbound' ? 'They hang up' : 'Caller hangs up'),
      state === 'ringing' && button('ringOut', 'Rings out now'),
      state === 'ringing' && button('deskAnswer', 'Answer on desk phone'),
      state === 'dialing' && button('remoteAnswer', 'They answer'),
      call.direction === 'inbound' && button('takenBy', 'Another CSR takes it'),
    ),
  );
}
