/** The office of the demo: who works there, what it sells, on which lines it is called. All invented. */

export const CSRS = ['Dana Ruiz', 'Marcus Webb', 'Priya Nair', 'Tom Okafor'];

export const TECHNICIANS = [
  { name: 'Luis Ortega', skill: 'Plumbing · Sewer' },
  { name: 'Hannah Brandt', skill: 'Heating · Boilers' },
  { name: 'Andre Coleman', skill: 'Plumbing' },
  { name: 'Mei Tanaka', skill: 'Water heaters' },
  { name: 'Jack Sorensen', skill: 'Drains · Sewer' },
  { name: 'Ruth Adeyemi', skill: 'Heating · Gas' },
];

/** Job types and the colour family of each on the board. */
export const JOB_TYPES = [
  { name: 'Leak repair', tone: 'blue' },
  { name: 'Drain cleaning', tone: 'teal' },
  { name: 'Water heater', tone: 'copper' },
  { name: 'Furnace tune-up', tone: 'amber' },
  { name: 'Boiler repair', tone: 'red' },
  { name: 'Fixture repair', tone: 'violet' },
  { name: 'Estimate visit', tone: 'grey' },
];

/** First hours of the two-hour arrival windows. */
export const WINDOWS = [8, 10, 12, 14, 16];

/** Tracking numbers: the campaign is told by the number that was called. */
export const LINES = [
  { to: '+15125550100', campaign: 'Google Ads – Main line' },
  { to: '+15125550101', campaign: 'Yard signs – North Austin' },
  { to: '+15125550102', campaign: 'Spring mailer – Tune-ups' },
  { to: '+15125550103', campaign: 'Website – Contact page' },
  { to: '+15125550104', campaign: 'Members – Priority line' },
];
