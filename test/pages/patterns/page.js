/**
 * What the pattern pages share: a telephone line, the buttons of those who call, and a page that is busy with
 * other things. A page differs only in how it shows its calls, which is the function that it gives `phone`.
 */

/** What happened and when (epoch ms), for a test to compare with: `{ what, number, from, until }`. */
const log = [];
globalThis.log = log;

/** Opens the line. `draw(call, line)` shows a call in each new state: ringing, connected, held, ended. */
export function phone(draw, { keep = false } = {}) {
  const rows = element('ul');
  const number = element('input', { value: '(512) 555-0100', ariaLabel: 'Number' });
  const ringing = element('button', { textContent: 'Ring', onclick: () => ring(number.value) });
  const outside = element('section', { id: 'outside', ariaLabel: 'Outside' }, [number, ringing, rows]);
  document.body.prepend(outside);
  const calls = keep ? JSON.parse(sessionStorage.getItem('calls') ?? '[]') : [];
  let count = calls.length;

  function ring(from) {
    count += 1;
    const name = `Caller ${from.slice(-4)}`;
    const call = { id: `C-${count}`, number: from, name, campaign: 'Spring tune-up', state: 'ringing' };
    calls.push(call);
    show(call);
  }

  function change(call, state, more = {}) {
    if (call.state === 'ended') return;
    Object.assign(call, more, { state });
    show(call);
  }

  function show(call) {
    call.ringsSince ??= now();
    if (call.state === 'connected') call.talksSince ??= now();
    const from = now();
    draw(call, line);
    note(call.state, call, from);
    drawRow(call);
    if (keep) sessionStorage.setItem('calls', JSON.stringify(calls.filter((c) => c.state !== 'ended')));
  }

  /** The caller's end of the line. */
  function drawRow(call) {
    document.getElementById(`row-${call.id}`)?.remove();
    if (call.state === 'ended') return;
    const clock = element('output');
    setInterval(() => {
      const since = call.talksSince ?? call.ringsSince;
      clock.value = `${call.talksSince ? 'talks' : 'rings'} ${Math.floor((now() - since) / 1000)} s`;
    }, 100);
    const hangUp = element('button', { textContent: 'Hangs up', onclick: () => line.hangUp(call) });
    const desk = element('button', {
      textContent: 'Is answered elsewhere',
      onclick: () => line.answer(call),
    });
    const row = element('li', { id: `row-${call.id}` }, [call.number, ' ', clock, ' ', hangUp, ' ', desk]);
    rows.append(row);
  }

  const line = {
    calls,
    answer: (call) => change(call, 'connected'),
    hold: (call) => change(call, 'held'),
    resume: (call) => change(call, 'connected'),
    take: (call, by) => change(call, call.state, { by }),
    hangUp: (call) => change(call, 'ended'),
  };
  for (const call of calls) show(call);
  setInterval(beBusy, 50);
  return line;
}

/** The plainest way to show calls: a box that is inserted, changes its attribute, and is removed. */
export function boxesIn(parent) {
  const boxes = new Map();
  return (call, line) => {
    const box = boxes.get(call) ?? callBox(call, line);
    boxes.set(call, box);
    if (!box.parentNode) parent.append(box);
    box.dataset.state = call.state;
    if (call.state === 'ended') box.remove();
  };
}

/** `article.call` with `.number`, `.answer` and `.hang-up`. */
export function callBox(call, line) {
  return element('article', { className: 'call' }, [
    element('b', { className: 'number', textContent: call.number }),
    button('answer', 'Answer', () => line.answer(call)),
    button('hang-up', 'Hang up', () => line.hangUp(call)),
  ]);
}

/** A button of the CSR's. */
export function button(className, textContent, onclick) {
  return element('button', { className, textContent, onclick });
}

/** An element with these properties and children. */
export function element(tag, properties = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** What the address asks for: `?by=class`. */
export function asked(name) {
  return new URLSearchParams(location.search).get(name);
}

/** Notes it: it was done after `from`, and all observers of the page were told until `until`. */
export function note(what, { number }, from = now()) {
  queueMicrotask(() => log.push({ what, number, from, until: now() }));
}

/** Epoch ms, by a clock that never jumps. */
function now() {
  return performance.timeOrigin + performance.now();
}

const cells = Array.from({ length: 40 }, () => element('span', { textContent: '0 ' }));
document.body.append(element('div', { id: 'busy', ariaHidden: 'true' }, cells));
let made = 0;

/** 10 updates that have nothing to do with calls; every 50 ms this is 200 a second. */
function beBusy() {
  for (let i = 0; i < 10; i++) {
    made += 1;
    const cell = cells[made % cells.length];
    if (made % 3 === 0) cell.firstChild.data = `${made} `;
    else if (made % 3 === 1) cell.className = `s${made % 7}`;
    else cell.replaceChildren(`${made} `);
  }
}
