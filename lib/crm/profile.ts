/**
 * The CRM profile: how one CRM's page is read, as data. A public, versioned format (schema 1).
 * Types only; `validate.ts` checks a document against them.
 */

/**
 * A CSS selector, or alternatives: the first that matches anything visible, else the first that matches.
 * ` >>> ` steps into a shadow root, open or closed. `{id}` and `{key}` stand for the call's own, so that a list
 * row and its panel can be tied; where the call has none, such a selector matches nothing.
 */
export type Selector = string | string[];

/** Where a condition or a field looks: inside the call's root, in its document, in the tab's top document. */
export type Place = 'root' | 'document' | 'top' | { closest: Selector };

/** All its parts must hold. Regular expressions are unanchored. */
export interface Condition {
  /** Shown to a person: display, visibility, content-visibility, size; own and ancestors'. */
  visible?: boolean;
  /** Selector that the root itself meets. */
  matches?: Selector;
  /** Found inside the root, or in the whole document. */
  has?: Selector | { find: Selector; when?: Condition; in?: 'root' | 'document' };
  /** Selector of an ancestor, across shadow roots. */
  within?: Selector;
  /** Regular expression over the visible text. */
  text?: string;
  /** Attribute name → regular expression. */
  attr?: Record<string, string>;
  /** Computed style property → regular expression. */
  style?: Record<string, string>;
  /**
   * In `direction` only: the state in which the call was first seen here, `connected` for one that never rang.
   * Holds only for calls that began while the page was being watched.
   */
  firstSeen?: StateName;
  /** At least one of these holds. */
  any?: Condition[];
  /** This does not hold. */
  not?: Condition;
}

/** Where a value is read. A Selector is short for the trimmed text of its first visible match in the root. */
export type Field =
  | Selector
  | {
      /** The first visible match, else the first; without it the root itself. */
      find?: Selector;
      /** Where it is looked for; by default inside the root. */
      in?: Place;
      /** `text` (default), `value`, `href`, `url` (the document's address), `style.<property>`, `@<attribute>`. */
      read?: string;
      /** Regular expression with one group. */
      pattern?: string;
    };

/** One thing that a state rule may say. */
export type StateName = 'ringing' | 'connecting' | 'connected' | 'held' | 'taken' | 'missed' | 'ended';

/** What a person's click can mean for a call. */
export type GestureName = 'claim' | 'reject' | 'hang-up';

/** One form in which calls are shown (bubble, minimised chip, list row). */
export interface CallRule {
  /** Every element that matches and meets `when` is one call on screen. */
  root: Selector;
  /** What the root must meet; by default that it is visible. */
  when?: Condition;
  /** The CRM's own id of the call: the same in every browser and for ever. */
  id?: Field;
  /** Tells calls apart within one loaded document only (a line number). */
  key?: Field;
  /** The caller's number. */
  from?: Field;
  /** The caller's name. */
  name?: Field;
  /** The number that was called. */
  to?: Field;
  /** The campaign, queue or line the call came by. */
  campaign?: Field;
  /** Name of the CSR who took it; another than `agent` = taken. */
  claimedBy?: Field;
  /** The first that holds; none = inbound. */
  direction?: { is: 'inbound' | 'outbound'; when: Condition }[];
  /** The first that holds; none = ringing for a call not seen before, else as it was. */
  state?: { is: StateName; when: Condition }[];
  /** What a person's click inside the root means. */
  gestures?: {
    is: GestureName;
    /** `root` or a selector inside it. */
    click: Selector;
    during?: StateName[];
  }[];
  /**
   * Over the whole document: keeps calls of this rule that vanished as it began to hold, or as its count rose,
   * until it stops or the count falls below the calls it keeps. Never revives an ended one.
   */
  alive?: Condition & { count?: Field };
  /** Fields are re-read while they still change; after this long unchanged they stand. Default 400 ms. */
  settleMs?: number;
  /** A root gone for less than this was only drawn anew. Default 1500 ms. */
  graceMs?: number;
  /** The day on which the selectors were read from the product, `2026-11-22`. */
  dated?: string;
}

/** How the page confirms a job. */
export type BookingRule = (
  | {
      /** An element that is inserted, shown, or whose text changes into what `when` asks for. */
      appears: Selector;
      when?: Condition;
    }
  | {
      /** Any of these regular expressions is found in the new address, hash and all. */
      url: string | string[];
      /** … and any of these in the address of before, in the same tab. */
      after: string | string[];
    }
) & {
  /** The job's number or name. */
  job?: Field;
  /** The CRM's id of the call it belongs to. */
  call?: Field;
  /** Counts only if this was on screen shortly before. */
  guard?: { seen: Condition; withinMs: number };
  /** As in `CallRule`. */
  dated?: string;
};

/** Path into a message: a JSON pointer (`/call/id`), or the name of a key at its top; of a list, the first that gives a text or number. */
export type Pointer = string | string[];

/** A fact that an embedded phone posts to the page (`window.postMessage`). */
export interface MessageRule {
  /** Match pattern of who posts it, or a plain origin. */
  origin: string | string[];
  /** Path → the exact value the message has there. */
  path: Record<string, string | number | boolean | null>;
  /** The state the call is in from then on, or the gesture that was made. */
  is: StateName | GestureName;
  id?: Pointer;
  key?: Pointer;
  from?: Pointer;
  name?: Pointer;
  to?: Pointer;
  campaign?: Pointer;
  claimedBy?: Pointer;
  /** Where the message says `outbound` (in any case); anything else is inbound. */
  direction?: Pointer;
  /** As in `CallRule`. */
  dated?: string;
}

/** How one CRM's page is read. */
export interface Profile {
  /** Where an editor finds the JSON Schema of this language. */
  $schema?: string;
  /** Version of the language. */
  schema: 1;
  /** kebab-case, unique. */
  id: string;
  /** What people call this CRM. */
  name: string;
  /** A sentence for people: what it was made from, what it cannot see. */
  about?: string;
  /** Chrome match patterns: the only hosts that are asked for. */
  matches: string[];
  /** `all`: also looks inside frames that match. */
  frames?: 'top' | 'all';
  /** When and on what it was tried. Absent = never tried on the real thing, and shown so. */
  tried?: { on: string; against: string };
  /** By which a page of this product is known wherever it is installed; asked of the document's root element. */
  fits?: Condition;
  /** The signed-in CSR's name, if the page shows it. */
  agent?: Field;
  /** Which signals answer a call; default: all that the profile has. */
  answered?: 'claim' | 'connection' | 'both';
  /** One for each form in which calls are shown; a call seen through two of them is one call. */
  calls: CallRule[];
  /** How the page confirms a job. */
  bookings?: BookingRule[];
  /** What an embedded phone posts to the page. */
  messages?: MessageRule[];
}
