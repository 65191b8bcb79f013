/**
 * A page that has lost its measure: far too many calls, a call that flips, a storm of changes, a caller whose text
 * never stands still. Each lasts `ms` and says how many frames were drawn meanwhile, and how many changes were made.
 */

const lines = document.getElementById('lines');
const rows = document.getElementById('rows');

/** Changes between two frames: a thousand a second. */
const BURST = 16;

/** Rings on a new line. */
globalThis.ring = (number) => {
  const item = document.createElement('li');
  item.className = 'line';
  item.dataset.line = `line-${lines.children.length + 1}`;
  item.dataset.now = 'ringing';
  const who = document.createElement('b');
  who.textContent = number;
  item.append(
    who,
    button('Take', () => talk(item)),
    button('End', () => item.remove()),
  );
  lines.append(item);
};

/** Shows that many lines that all ring. */
globalThis.ringMany = (count) => {
  for (let i = 0; i < count; i++) ring(`(512) 555-${1000 + i}`);
};

/** All lines but the first go. */
globalThis.leaveOne = () => lines.replaceChildren(lines.firstElementChild);

/** The first line goes from ringing to talking and back, a thousand times a second; at last it talks. */
globalThis.flip = (ms) =>
  flood(ms, (n) => {
    lines.firstElementChild.dataset.now = n % 2 ? 'talking' : 'ringing';
  }).then((made) => {
    talk(lines.firstElementChild);
    return made;
  });

/** The number of the first line changes a thousand times a second, and is `last` at last. */
globalThis.babble = (ms, last) =>
  flood(ms, (n) => {
    lines.querySelector('b').textContent = `(512) 555-${1000 + (n % 9000)}`;
  }).then((made) => {
    lines.querySelector('b').textContent = last;
    return made;
  });

/** Rows come, change and go, a thousand times a second, each of them with twenty elements. */
globalThis.storm = (ms) =>
  flood(ms, (n) => {
    const row = document.createElement('div');
    for (let i = 0; i < 20; i++)
      row.append(Object.assign(document.createElement('i'), { textContent: `${n} ` }));
    rows.prepend(row);
    row.className = `row-${n % 7}`;
    if (rows.children.length > 200) rows.lastElementChild.remove();
  });

function talk(item) {
  item.dataset.now = 'talking';
}

function button(label, press) {
  const made = document.createElement('button');
  made.className = label.toLowerCase();
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

async function flood(ms, change) {
  const until = performance.now() + ms;
  let changes = 0;
  let frames = 0;
  while (performance.now() < until) {
    for (let i = 0; i < BURST; i++) {
      change(changes++);
      await nextTask();
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames += 1;
  }
  return { changes, frames, ms: performance.now() - until + ms };
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
