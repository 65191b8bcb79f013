/** What one look at a page gives, before calls are followed from look to look. */
import type { StateName } from './profile.ts';

/** The fields of a call. */
export const FACTS = ['id', 'key', 'from', 'name', 'to', 'campaign', 'claimedBy'] as const;

/** One of the fields of a call. */
export type FactName = (typeof FACTS)[number];

/** Who called whom. */
export type Direction = 'inbound' | 'outbound';

/** One element that shows a call, or one line of an embedded phone that told of it. */
export interface Sighting {
  /** Place of the call rule in the profile. */
  rule: number;
  /** The element; only its identity matters. */
  root: object;
  /** `null` = no state rule holds. */
  state: StateName | null;
  /** `null` = no direction rule holds. */
  direction: Direction | null;
  /** Only where a direction rule asks for it: the direction of a call that was first seen in this state. */
  directionBy?: (firstSeen: StateName) => Direction | null;
  facts: Partial<Record<FactName, string>>;
  /** The rule has an `id`, so a call without one is only not yet filled in. */
  expectsId: boolean;
  /** ms; see CallRule. */
  settleMs: number;
  /** ms; see CallRule. */
  graceMs: number;
}

/** All of a page at one moment. */
export interface Look {
  calls: Sighting[];
  /** Elements that are a rule's root but show no call now (a hidden panel): what they show next may be old. */
  dormant: object[];
  /** What keeps calls that are out of sight, of each rule that has such a condition. */
  alive?: Alive[];
  /** The page is still loading or just did: what it shows may have begun before. */
  loading?: boolean;
}

/** Whether a rule's `alive` holds, and how many calls it stands for (`null` = it does not count them). */
export interface Alive {
  /** Place of the call rule in the profile. */
  rule: number;
  holds: boolean;
  count: number | null;
}

/** What a page shows beside its calls that tells of the profile's fitness. */
export interface Fitness {
  /** Call rules that match far too much to be read. */
  tooWide: number[];
  /** Calls on screen for which no state rule holds, though their rule has some. */
  unknown: number;
}
