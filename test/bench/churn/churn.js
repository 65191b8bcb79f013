/**
 * A page of 5,000 rows that changes as pages drawn by a framework do: texts, classes, children, whole rows.
 * `?call=ID` shows a call in the markup of the demo CRM, `?rows=N` has other than 5,000 rows. What drives it calls
 * `observeNothing`, `churn`, `show` and `makeNoise`.
 */

const asked = new URLSearchParams(location.search);
const ROWS = Number(asked.get('rows') ?? 5000);
/** Updates that are made at once, what a framework does in one commit; observers are told after each. */
const COMMIT = 50;
/** Updates between two frames: a page that is as busy as it can be and still be drawn. */
const FRAME = 500;
/** Prime, so that the updates wander over all rows. */
const STRIDE = 7919;

const list = document.getElementById('list');
const rows = Array.from({ length: ROWS }, (_, i) => makeRow(i));
list.append(...rows);
const call = asked.get('call');
const calls = document.getElementById('calls');
if (call) calls.append(makeBubble(call));
let made = 0;

/** Starts the observer of everything that all others are compared with. */
globalThis.observeNothing = () => {
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(() => undefined).observe(document, all);
};

/**
 * Makes that many updates and has every so many of them drawn. Gives the ms in which they were made: what
 * observers did as they were told is in it, the drawing is not.
 */
globalThis.churn = async (updates) => {
  let spent = 0;
  for (let done = 0; done < updates; done += FRAME) {
    const start = performance.now();
    for (let i = 0; i < FRAME; i += COMMIT) {
      for (let k = 0; k < COMMIT; k++) update(made++);
      // Observers were queued by the first update, so they are told before this goes on.
      await null;
    }
    spent += performance.now() - start;
    await nextFrame();
    await nextTask();
  }
  return spent;
};

/** Puts the only call that shows into a state, a new one if it is another; says when, epoch ms. */
globalThis.show = (id, state) => {
  const bubble = calls.firstElementChild?.dataset.callId === id ? calls.firstElementChild : makeBubble(id);
  bubble.dataset.state = state;
  if (!bubble.isConnected) calls.replaceChildren(bubble);
  return performance.timeOrigin + performance.now();
};

/** From now on makes that many updates a second that have nothing to do with calls, evenly. */
globalThis.makeNoise = (perSecond) => {
  setInterval(() => update(made++), 1000 / perSecond);
};

function update(n) {
  const at = (n * STRIDE) % ROWS;
  const row = rows[at];
  switch (n % 4) {
    case 0:
      row.children[0].firstChild.data = `${n}`;
      break;
    case 1:
      row.className = `row s${n % 7}`;
      break;
    case 2:
      row.children[1].replaceChildren(span(`v${n}`));
      break;
    default:
      rows[at] = makeRow(n);
      row.replaceWith(rows[at]);
  }
}

function makeRow(n) {
  const row = document.createElement('div');
  row.className = 'row';
  const job = document.createElement('div');
  job.append(span('Open'));
  row.append(span(`${n}`), job, span('Austin'));
  return row;
}

function makeBubble(id) {
  const bubble = document.createElement('div');
  Object.assign(bubble.dataset, {
    testid: 'call-bubble',
    callId: id,
    state: 'connected',
    direction: 'inbound',
  });
  const name = Object.assign(span('Maria Lopez'), { className: 'name' });
  Object.assign(name.dataset, { testid: 'caller-name', known: 'true' });
  const number = span('(512) 555-0142');
  Object.assign(number.dataset, { testid: 'caller-number', number: '+15125550142' });
  const campaign = span('Spring tune-up');
  Object.assign(campaign.dataset, { testid: 'call-campaign', line: '+15125550100' });
  bubble.append(name, number, campaign);
  return bubble;
}

function span(text) {
  const element = document.createElement('span');
  element.append(text);
  return element;
}

/** Not by a timer: these are held back when they follow each other. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
