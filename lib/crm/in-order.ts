/** A profile's keys in the order in which people write them: on the way through storage and messages they are sorted by name. */

/** Of all kinds of object in a profile at once; a key that is not here comes after these. */
const ORDER = [
  ...[
    '$schema',
    'schema',
    'root',
    'appears',
    'url',
    'after',
    'origin',
    'path',
    'find',
    'is',
    'click',
    'during',
  ],
  ...['when', 'id', 'key', 'from', 'name', 'to', 'about', 'matches', 'frames', 'tried', 'on', 'against'],
  ...['fits', 'campaign', 'claimedBy', 'agent', 'answered', 'direction', 'state', 'gestures', 'alive'],
  ...['settleMs', 'graceMs', 'job', 'call', 'guard', 'seen', 'withinMs', 'dated'],
  ...['visible', 'has', 'within', 'text', 'attr', 'style', 'any', 'not', 'in', 'read', 'pattern', 'closest'],
  ...['calls', 'bookings', 'messages'],
];

/** The same document, its keys in order. */
export function inOrder<T>(document: T): T {
  if (Array.isArray(document)) return document.map(inOrder) as T;
  if (typeof document !== 'object' || document === null) return document;
  const entries = Object.entries(document).sort(([a], [b]) => place(a) - place(b));
  return Object.fromEntries(entries.map(([key, value]) => [key, inOrder(value)])) as T;
}

function place(key: string): number {
  const at = ORDER.indexOf(key);
  return at < 0 ? ORDER.length : at;
}
