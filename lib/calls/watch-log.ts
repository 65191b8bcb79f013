/** What the background knows of each watcher (one content script in one document): data, kept in the database. */

/** One call as a watcher last showed it. */
export interface Shown {
  /** Id of the call. */
  call: string;
  /** What the page tells calls apart by, where the CRM has no id for them. */
  key?: string;
  /** The CRM's id, where the call was first seen without one and so is known by another. */
  id?: string;
  /** When it was last seen there (epoch ms, our scale: skew added). */
  seenAt: number;
  /** False once it ended or went away there. */
  live: boolean;
}

/** One watcher. */
export interface Watch {
  /** Its random id. */
  watcher: string;
  tabId: number;
  frameId: number;
  origin: string;
  profile: string;
  /** Observations up to this one are kept. */
  seq: number;
  /** Added to the times it says: not 0 where the machine's clock was set back between two documents. */
  skewMs: number;
  /** The last moment it spoke of (epoch ms, our scale). */
  seenAt: number;
  /** The worker's clock when it was last heard. */
  heardAt: number;
  /** The CSR signed in there. */
  agent: string | null;
  /** When its document said farewell or was replaced; `null` = it is there. */
  leftAt: number | null;
  /** By screen id. */
  shown: Record<string, Shown>;
}

/** Silence after which a watcher is taken for dead; hidden tabs may be held back to one timer a minute. */
export const SILENT_MS = 150_000;

/** How long a call may be out of sight while its page loads again. */
export const LOAD_GRACE_MS = 15_000;

/** How old the last word of a watcher may be that was replaced without a farewell: it repeats every 20 s. */
export const LAST_WORD_MS = 25_000;

/** A number that rings in a tab within this of the start of a call in another tab is that call, answered or not. */
export const SAME_RING_MS = 5_000;

/** How long a watcher that left is remembered, for late messages and bookings after the end. */
export const FORGET_MS = 30 * 60_000;
