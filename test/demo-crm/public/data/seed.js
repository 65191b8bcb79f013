/** What was on the board and in the call log before the demo began. */
import { isoDay } from '../format.js';
import { CUSTOMERS } from './customers.js';
import { JOB_TYPES, LINES, TECHNICIANS } from './office.js';

/** Days from today, technician, first hour, customer, job type. */
const BOARD = [
  [0, 0, 8, 4, 0],
  [0, 0, 12, 1, 1],
  [0, 0, 16, 6, 0],
  [0, 1, 8, 2, 3],
  [0, 1, 10, 9, 4],
  [0, 1, 14, 10, 3],
  [0, 2, 10, 13, 5],
  [0, 2, 12, 11, 0],
  [0, 3, 8, 12, 2],
  [0, 3, 14, 0, 2],
  [0, 4, 8, 8, 1],
  [0, 4, 10, 5, 1],
  [0, 4, 16, 3, 6],
  [0, 5, 12, 7, 6],
  [0, 5, 14, 3, 4],
  [1, 0, 8, 6, 0],
  [1, 0, 14, 5, 5],
  [1, 1, 10, 7, 3],
  [1, 2, 8, 1, 1],
  [1, 2, 12, 12, 0],
  [1, 3, 10, 10, 2],
  [1, 4, 14, 11, 1],
  [1, 5, 8, 9, 4],
  [1, 5, 10, 2, 3],
  [2, 0, 10, 0, 0],
  [2, 1, 8, 3, 4],
  [2, 3, 12, 4, 2],
  [2, 4, 8, 13, 1],
  [2, 5, 16, 8, 6],
];

export const SEED_JOBS = BOARD.map(([offset, technician, hour, customer, type], index) => ({
  number: String(48164 + index),
  day: isoDay(offset),
  hour,
  technician: TECHNICIANS[technician].name,
  customer: CUSTOMERS[customer].name,
  phone: CUSTOMERS[customer].phone,
  address: CUSTOMERS[customer].address,
  type: JOB_TYPES[type].name,
  call: null,
}));

/** Minutes ago, customer (or a stranger's number), line, CSR, talk seconds (0 = missed), whether it became the customer's latest job. */
const LOG = [
  [9, 4, 0, 'Marcus Webb', 214, true],
  [17, '+17375550119', 1, 'Dana Ruiz', 38, false],
  [26, 7, 4, 'Priya Nair', 402, true],
  [34, '+18305550167', 0, null, 0, false],
  [41, 1, 0, 'Dana Ruiz', 187, true],
  [58, 9, 4, 'Tom Okafor', 95, false],
  [66, '+15125550189', 3, 'Marcus Webb', 311, true],
  [79, 10, 2, 'Priya Nair', 142, false],
  [92, '+12105550140', 0, null, 0, false],
  [104, 0, 4, 'Dana Ruiz', 268, true],
  [121, 12, 3, 'Tom Okafor', 51, false],
  [137, 5, 1, 'Marcus Webb', 226, true],
  [149, 2, 2, 'Priya Nair', 174, true],
];

/** Past calls, newest first, as of `now` (epoch ms). */
export const seedCalls = (now) =>
  LOG.map(([minutes, who, line, csr, seconds, booked]) => ({
    at: now - minutes * 60_000,
    name: typeof who === 'number' ? CUSTOMERS[who].name : null,
    phone: typeof who === 'number' ? CUSTOMERS[who].phone : who,
    campaign: LINES[line].campaign,
    csr,
    talkMs: seconds * 1000,
    missed: seconds === 0,
    live: false,
    job: booked ? (SEED_JOBS.findLast((job) => job.customer === CUSTOMERS[who]?.name)?.number ?? null) : null,
  }));
