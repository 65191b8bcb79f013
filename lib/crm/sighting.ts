/** What one look at a page gives, before calls are followed from look to look. */
import type { StateName } from './profile.ts';

/** The fields of a call. */
export const FACTS = ['id', 'key', 'from', 'name', 'to', 'campaign', 'claimedBy'] as const;

/** One of the fields of a call. */
export type FactName = (typeof FACTS)[number];

/** One element that shows a call. */
export interface Sighting {
  /** Place of the call rule in the profile. */
  rule: number;
  /** The element; only its identity matters. */
  root: object;
  /** `null` = no state rule holds. */
  state: StateName | null;
  /** `null` = no direction rule holds. */
  direction: 'inbound' | 'outbound' | null;
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
}
