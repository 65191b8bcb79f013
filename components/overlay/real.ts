/** The overlay's controls obey people only: a script of the page can send events, but not these. */

/** Copies that `relay.ts` made of a person's events; a page has no way to add to it. */
const relayed = new WeakSet<Event>();

/** Marks a copy of a real event as real. */
export function markReal(copy: Event): void {
  relayed.add(copy);
}

/** A handler that hears real events only. Every handler of the overlay that does something is wrapped in it. */
export function real<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted || relayed.has(event)) handler(event);
  };
}
