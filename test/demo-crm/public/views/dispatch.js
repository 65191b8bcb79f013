/** The dispatch board: technicians down, hours across, one day at a time. */
import { openBooking } from '../booking.js';
import { JOB_TYPES, TECHNICIANS } from '../data/office.js';
import { avatar, el, icon } from '../draw.js';
import { dayName, isoDay, windowName } from '../format.js';
import { jobsOf } from '../jobs.js';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
let offset = 0;

export const title = 'Dispatch';

/** @param {() => void} again draws the view anew */
export function draw(again) {
  const day = isoDay(offset);
  const jobs = jobsOf(day);
  const unassigned = jobs.filter((job) => job.technician === '');
  return [
    toolbar(day, jobs, again),
    el(
      'section',
      { class: 'card board', 'aria-label': `Board of ${dayName(day)}`, tabindex: '0' },
      el(
        'div',
        { class: 'board-row board-hours', 'aria-hidden': 'true' },
        el('span', {}, 'Technician'),
        hours().map((hour) => el('span', { class: 'board-hour' }, hourName(hour))),
      ),
      TECHNICIANS.map((technician) =>
        row(
          technician,
          jobs.filter((job) => job.technician === technician.name),
        ),
      ),
      unassigned.length > 0 && row({ name: 'Unassigned', skill: 'Nobody is free' }, unassigned),
    ),
  ];
}

const hours = () => Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, index) => FIRST_HOUR + index);
const hourName = (hour) => `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'AM' : 'PM'}`;

function toolbar(day, jobs, again) {
  const step = (by, label, symbol) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button button-plain',
        'data-step': by,
        'data-focus': label,
        'aria-label': label,
      },
      icon(symbol),
    );
  const bar = el(
    'div',
    { class: 'toolbar' },
    el(
      'button',
      { type: 'button', class: 'button button-primary', 'data-step': 'book', 'data-focus': 'book' },
      icon('calendar'),
      'Book a job',
    ),
    step('-1', 'Previous day', 'left'),
    step('1', 'Next day', 'right'),
    el('h2', {}, offset === 0 ? `Today, ${dayName(day)}` : dayName(day)),
    el('span', { class: 'quiet' }, `${jobs.length} jobs`),
  );
  bar.addEventListener('click', (event) => {
    const by = event.target.closest('[data-step]')?.dataset.step;
    if (by === 'book') openBooking();
    else if (by) {
      offset += Number(by);
      again();
    }
  });
  return bar;
}

function row(technician, jobs) {
  return el(
    'div',
    { class: 'board-row' },
    el(
      'span',
      { class: 'person board-person' },
      avatar(technician.name),
      el('span', {}, technician.name, el('span', { class: 'under' }, technician.skill)),
    ),
    el(
      'div',
      { class: 'board-lane', 'data-free': technician.name === 'Unassigned' },
      nowLine(),
      jobs.map(block),
    ),
  );
}

/** Where the day stands, on today's board within office hours. */
function nowLine() {
  const now = new Date();
  const hour = now.getHours() + now.getMinutes() / 60;
  const share = ((hour - FIRST_HOUR) / (LAST_HOUR - FIRST_HOUR)) * 100;
  return (
    offset === 0 && share > 0 && share < 100 && el('span', { class: 'board-now', style: `left: ${share}%` })
  );
}

function block(job) {
  const tone = JOB_TYPES.find((type) => type.name === job.type)?.tone ?? 'grey';
  const column = job.hour - FIRST_HOUR + 1;
  return el(
    'div',
    {
      class: `job tone-${tone}`,
      style: `grid-column: ${column} / span 2`,
      'data-job': job.number,
      title: `#${job.number} ${job.type}, ${job.customer}, ${job.address} (${windowName(job.hour)})`,
    },
    el('span', { class: 'job-type' }, job.type),
    el('span', { class: 'job-customer' }, job.customer),
    el('span', { class: 'job-number' }, `#${job.number}`),
  );
}
