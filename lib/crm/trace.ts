/** What a watcher saw and did not count, and why: for whoever makes a profile. Costs nothing while nobody listens. */

/** Why something was ignored. `path` is the place in the profile that would have counted it. */
export type TraceNote = { at: number; path: string } & (
  | { what: 'rule-too-wide'; most: number }
  | { what: 'click-in-other-state'; gesture: string; state: string }
  | { what: 'click-by-script' }
  | { what: 'booking-without-guard' }
  | { what: 'booking-at-start' }
  | { what: 'too-many' }
  | { what: 'move-from-elsewhere'; from: string; to: string }
  | { what: 'move-back'; to: string }
  | { what: 'message-without-rule'; origin: string }
  | { what: 'message-of-no-call'; origin: string }
);

/** Told of each. */
export type Trace = (note: TraceNote) => void;
