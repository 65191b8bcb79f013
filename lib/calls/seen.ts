/**
 * The words of the page: what a watcher says it sees. A page is read as a level (a Reading is all that shows
 * now), plus two things that only happen in a moment: a Gesture and a Booking.
 * Times are epoch milliseconds by the page's own clock, which does not jump when the machine's clock is set.
 */

/** What the page shows of a call. `unknown` = no rule holds: keep the last. */
export type ScreenState =
  | 'ringing'
  | 'connecting'
  | 'connected'
  | 'held'
  | 'taken'
  | 'missed'
  | 'ended'
  | 'unknown';

/** One call as one document shows it. Absent fields are not known, never empty. */
export interface CallOnScreen {
  /** Tells calls apart for one watcher, for ever: a call that ended never shares it with a later one. */
  screenId: string;
  /** The CRM's own id of the call. */
  id?: string;
  /** Tells calls apart in one loaded document only (a line number). */
  key?: string;
  state: ScreenState;
  direction: 'inbound' | 'outbound';
  /** When it was first seen here. */
  since: number;
  /** When this state was first seen. For `ended`: the moment the call ended (the sign, the click that ended it, or its last sighting). */
  stateSince: number;
  /** `ended` only: the page showed no sign of the end, the call just went out of sight. */
  vanished?: boolean;
  from?: string;
  name?: string;
  to?: string;
  campaign?: string;
  /** The CSR whose name is on it. */
  claimedBy?: string;
}

/** What of the page does not fit the profile by which it is read. */
export interface ReadingNotes {
  /** Places of call rules that match far too much, so are not read. */
  tooWide?: number[];
  /** Calls on screen for which no state rule holds. */
  unknown?: number;
}

/** All calls a document shows now. An ended one is repeated for a minute, and as long as its bubble lingers. */
export interface Reading {
  kind: 'reading';
  at: number;
  /** The signed-in CSR. */
  agent?: string;
  /** Only where there is something to say, at most once a minute. */
  notes?: ReadingNotes;
  calls: CallOnScreen[];
}

/** A person's real click on a call. */
export interface Gesture {
  kind: 'gesture';
  is: 'claim' | 'reject' | 'hang-up';
  at: number;
  agent?: string;
  /** The call that was clicked, as it showed at the click. */
  call: CallOnScreen;
}

/** The page confirmed a job. */
export interface Booking {
  kind: 'booking';
  at: number;
  agent?: string;
  /** The job's number or name as the page shows it. */
  job?: string;
  /** The CRM's id of the call that the page ties it to. */
  call?: string;
}

/** The document goes away (reload, navigation, tab closed): these calls were there until now. */
export interface Farewell {
  kind: 'farewell';
  at: number;
}

/** One thing a watcher has to say. */
export type Seen = Reading | Gesture | Booking | Farewell;

/** An observation on its way: `watcher` and `seq` together are its id, so that twice is once. */
export interface Observation {
  /** Random id of this watcher: one for each content script that was started. */
  watcher: string;
  /** 1, 2, 3 … per watcher; delivered in this order. */
  seq: number;
  /** Id of the profile by which the page was read. */
  profile: string;
  seen: Seen;
}

/** Where an observation came from: taken from the browser's word on the sender, never from the message. */
export interface Source {
  tabId: number;
  frameId: number;
  origin: string;
}
