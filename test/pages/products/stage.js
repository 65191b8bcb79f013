/**
 * What stands behind every product page: the telephone line, the log of what truly happened and when, and a page
 * that is as busy as a real one. The page itself says only how its product draws a call.
 */

/** Unrelated updates that the page makes each second, from its start on. */
const UPDATES_A_SECOND = 200;
const ROWS = 60;

/**
 * Opens the stage and puts the caller's side into `window.phone` (test/e2e/products/phone.ts).
 * @param screen how the product shows it. Each is told of the call (`id`, `from`, `name`, `to`, `campaign`, `state`):
 *   `rang`, `connected`, `missed` (nobody took it), `cancelled` (the caller hung up while it rang),
 *   `ended` (with who hung up: `caller`, `csr`), `rejected`; and `booked(job, call)`, `noise()`, `minimise()`,
 *   `restore()`. Left out: `missed`, `cancelled` and `rejected` look like `ended`; the rest like nothing.
 * @returns what the page's own controls do: `answer(id)`, `reject(id)`, `hangUp(id)`; and `open()`, the calls
 *   that ring or are talked on.
 */
export function openStage(screen) {
  const calls = new Map();
  const log = [];
  // Never the same again, in whichever page: a CRM counts on.
  let lastId = Math.floor(performance.timeOrigin);
  let lastJob = lastId;

  const note = (what, call, more = {}) => log.push({ what, call, at: now(), ...more });
  const callOf = (id) => {
    const call = calls.get(id);
    if (!call) throw new Error(`There is no call ${id}`);
    return call;
  };
  const over = (id, what, by) => {
    const call = callOf(id);
    if (call.state === 'ended') return;
    call.state = 'ended';
    note('ended', id, { how: what });
    (screen[what] ?? screen.ended)(call, by);
  };

  const line = {
    answer(id) {
      const call = callOf(id);
      if (call.state !== 'ringing') return;
      call.state = 'connected';
      note('connected', id);
      screen.connected(call);
    },
    reject: (id) => over(id, 'rejected', 'csr'),
    hangUp: (id) => over(id, 'ended', 'csr'),
    open: () => [...calls.values()].filter(({ state }) => state !== 'ended'),
  };

  const load = startLoad();
  window.phone = {
    ring({ from, name, to, campaign }) {
      const id = String(++lastId);
      const call = { id, from, name, to, campaign, state: 'ringing' };
      calls.set(id, call);
      note('rang', id);
      screen.rang(call);
      return id;
    },
    miss: (id) => over(id, 'missed', 'line'),
    cancel: (id) => over(id, 'cancelled', 'caller'),
    hangUp: (id) => over(id, 'ended', 'caller'),
    connect: (id) => line.answer(id),
    book(id) {
      const job = String(++lastJob);
      note('booked', id ?? null, { job });
      screen.booked(job, id === undefined ? null : callOf(id));
      return job;
    },
    noise() {
      load.redraw();
      screen.noise?.();
    },
    minimise: () => screen.minimise?.(),
    restore: () => screen.restore?.(),
    log: () => log,
    now,
    updates: load.updates,
  };
  return line;
}

/** An element with classes, attributes and children (elements and texts). */
export function make(tag, classes = '', attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element that does something when a person clicks it. */
export function button(classes, attributes, does, ...children) {
  const made = make('button', classes, { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', does);
  return made;
}

/** Talk time as pages write it, `00:07`. */
export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return [seconds / 60, seconds % 60].map((n) => String(Math.floor(n)).padStart(2, '0')).join(':');
}

/** Epoch ms, by a clock that never jumps. */
function now() {
  return performance.timeOrigin + performance.now();
}

/** A list beside it all whose texts, classes and children change; late timers are made up for. */
function startLoad() {
  const list = make('ul', 'load', { 'aria-hidden': 'true' });
  const row = (n) => make('li', 'load-row', {}, make('b', '', {}, `${n}`), make('span', '', {}, 'open'));
  list.append(...Array.from({ length: ROWS }, (_, n) => row(n)));
  document.body.append(list);
  const start = performance.now();
  let made = 0;

  const update = (n) => {
    const at = list.children[(n * 7) % ROWS];
    if (n % 4 === 0) at.firstElementChild.firstChild.data = `${n}`;
    else if (n % 4 === 1) at.className = `load-row tone-${n % 5}`;
    else if (n % 4 === 2) at.lastElementChild.replaceChildren(make('i', '', {}, `v${n}`));
    else at.replaceWith(row(n));
  };
  setInterval(() => {
    const due = ((performance.now() - start) / 1000) * UPDATES_A_SECOND;
    while (made < due) update(made++);
  }, 25);
  return {
    updates: () => ({ made, ms: performance.now() - start }),
    redraw: () => list.replaceChildren(...Array.from({ length: ROWS }, (_, n) => row(n))),
  };
}
