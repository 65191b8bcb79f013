/**
 * The CRM profile: how one CRM's page is read, as data. A public, versioned format (schema 1).
 * Types only; `validate.ts` checks a document against them.
 */

/** A CSS selector, or alternatives: the first that matches anything visible, else the first that matches. */
export type Selector = string | string[];

/** All its parts must hold. Regular expressions are unanchored. */
export interface Condition {
  /** Shown to a person: display, visibility, content-visibility, size; own and ancestors'. */
  visible?: boolean;
  /** Selector that the root itself meets. */
  matches?: Selector;
  /** Found inside the root, or in the whole document. */
  has?: Selector | { find: Selector; when?: Condition; in?: 'root' | 'document' };
  /** Selector of an ancestor. */
  within?: Selector;
  /** Regular expression over the visible text. */
  text?: string;
  /** Attribute name → regular expression. */
  attr?: Record<string, string>;
  /** Computed style property → regular expression. */
  style?: Record<string, string>;
  any?: Condition[];
  not?: Condition;
}

/** Where a value is read. A Selector is short for the trimmed text of its first visible match in the root. */
export type Field =
  | Selector
  | {
      find?: Selector;
      in?: 'root' | 'document';
      /** `text` (default), `value`, `href`, `style.<property>`, `@<attribute>`. */
      read?: string;
      /** Regular expression with one group. */
      pattern?: string;
    };

/** One thing that a state rule may say. */
export type StateName = 'ringing' | 'connecting' | 'connected' | 'held' | 'taken' | 'missed' | 'ended';

/** One form in which calls are shown (bubble, minimised chip, list row). */
export interface CallRule {
  root: Selector;
  when?: Condition;
  id?: Field;
  key?: Field;
  from?: Field;
  name?: Field;
  to?: Field;
  campaign?: Field;
  claimedBy?: Field;
  direction?: { is: 'inbound' | 'outbound'; when: Condition }[];
  state?: { is: StateName; when: Condition }[];
  gestures?: {
    is: 'claim' | 'reject' | 'hang-up';
    /** `root` or a selector inside it. */
    click: Selector;
    during?: StateName[];
  }[];
  /** Fields are re-read while they still change; after this long unchanged they stand. Default 400 ms. */
  settleMs?: number;
  /** A root gone for less than this was only drawn anew. Default 1500 ms. */
  graceMs?: number;
}

/** How the page confirms a job: an element that is inserted, shown, or whose text changes into it. */
export interface BookingRule {
  appears: Selector;
  when?: Condition;
  job?: Field;
  /** The CRM's id of the call it belongs to. */
  call?: Field;
  /** Counts only if this was on screen shortly before. */
  guard?: { seen: Condition; withinMs: number };
}

/** How one CRM's page is read. */
export interface Profile {
  schema: 1;
  /** kebab-case, unique. */
  id: string;
  name: string;
  /** Chrome match patterns: the only hosts that are asked for. */
  matches: string[];
  frames?: 'top' | 'all';
  /** Absent = never tried on the real thing, and shown so. */
  tried?: { on: string; against: string };
  agent?: Field;
  /** Which signals answer a call; default: all that the profile has. */
  answered?: 'claim' | 'connection' | 'both';
  calls: CallRule[];
  bookings?: BookingRule[];
}
