/** The call log: what is on the line now, what was, and what came of it. */
import { callerOf } from '../bubble.js';
import { seedCalls } from '../data/seed.js';
import { avatar, el, icon } from '../draw.js';
import { duration, phoneNumber, timeOfDay } from '../format.js';
import { exchange } from '../line.js';

const opened = Date.now();
const FILTERS = { all: 'All calls', missed: 'Missed', booked: 'Booked' };
let filter = 'all';

export const title = 'Calls';

/** @param {() => void} again draws the view anew */
export function draw(again) {
  const calls = [...exchange().calls.map(rowOf).reverse(), ...seedCalls(opened)];
  const shown = calls.filter(
    (call) => filter === 'all' || (filter === 'missed' ? call.missed : call.job !== null),
  );
  return [
    el(
      'div',
      { class: 'tiles' },
      tile('Calls today', calls.length, `${calls.filter((call) => call.live).length} on the line`),
      tile('Answered', calls.filter((call) => !call.missed && !call.live).length, 'by the office'),
      tile('Missed', calls.filter((call) => call.missed).length, 'to call back'),
      tile('Jobs booked', calls.filter((call) => call.job).length, 'from calls'),
    ),
    el(
      'section',
      { class: 'card' },
      el('div', { class: 'card-head' }, el('h2', {}, 'Call log'), filters(again)),
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ['Time', 'Caller', 'Line', 'CSR', 'Length', 'Outcome'].map(heading))),
        el('tbody', {}, shown.map(drawRow)),
      ),
    ),
  ];
}

const heading = (text) => el('th', { scope: 'col' }, text);

function tile(label, value, note) {
  return el(
    'div',
    { class: 'tile' },
    el('span', { class: 'tile-label' }, label),
    el('span', { class: 'tile-value' }, String(value)),
    el('span', { class: 'tile-note' }, note),
  );
}

function filters(again) {
  const group = el(
    'div',
    { class: 'segments', role: 'group', 'aria-label': 'Show' },
    Object.entries(FILTERS).map(([key, label]) =>
      el(
        'button',
        {
          type: 'button',
          'data-filter': key,
          'data-focus': `filter ${key}`,
          'aria-pressed': String(key === filter),
        },
        label,
      ),
    ),
  );
  group.addEventListener('click', (event) => {
    filter = event.target.closest('[data-filter]')?.dataset.filter ?? filter;
    again();
  });
  return group;
}

function rowOf(call) {
  return {
    at: call.startedAt,
    name: callerOf(call).name,
    phone: call.from,
    campaign: call.campaign,
    csr: call.claimedBy,
    talkMs: call.answeredAt === null ? 0 : (call.endedAt ?? Date.now()) - call.answeredAt,
    missed: call.endedAt !== null && call.answeredAt === null,
    live: call.endedAt === null,
    job: call.jobs[0] ?? null,
  };
}

function drawRow(call) {
  return el(
    'tr',
    {},
    el('td', { class: 'quiet nowrap' }, timeOfDay(call.at)),
    el(
      'td',
      {},
      el('span', { class: 'strong' }, call.name ?? 'New caller'),
      el('span', { class: 'under' }, phoneNumber(call.phone)),
    ),
    el('td', {}, call.campaign),
    el(
      'td',
      {},
      call.csr
        ? el('span', { class: 'person' }, avatar(call.csr), call.csr)
        : el('span', { class: 'quiet' }, '–'),
    ),
    el('td', { class: 'number' }, call.missed || call.live ? '–' : duration(call.talkMs)),
    el('td', {}, outcome(call)),
  );
}

function outcome(call) {
  if (call.live) return el('span', { class: 'tag tag-live' }, 'On the line');
  if (call.job) return el('span', { class: 'tag tag-good' }, icon('check'), `Job #${call.job}`);
  if (call.missed) return el('span', { class: 'tag tag-bad' }, 'Missed');
  return el('span', { class: 'tag' }, 'No job');
}
