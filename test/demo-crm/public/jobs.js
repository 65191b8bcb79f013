/** The job book: what was planned before the demo began and what has been booked since. */

import { TECHNICIANS, WINDOWS } from './data/office.js';
import { SEED_JOBS } from './data/seed.js';
import { exchange } from './line.js';

/** All jobs of one ISO day. */
export const jobsOf = (day) => [...SEED_JOBS, ...exchange().jobs].filter((job) => job.day === day);

/** The first technician without a job in this window; empty = nobody is free. */
export function freeTechnician(day, hour) {
  const busy = new Set(
    jobsOf(day)
      .filter((job) => job.hour === hour)
      .map((job) => job.technician),
  );
  return TECHNICIANS.find((technician) => !busy.has(technician.name))?.name ?? '';
}

/** The windows of a day in which somebody is free. */
export const openWindows = (day) => WINDOWS.filter((hour) => freeTechnician(day, hour) !== '');
