/** Changes to the list of call reasons, as values: each gives a new list, numbered in its order. */
import { type TextKey, text } from '@/components/text.ts';
import type { CallReason } from '@/lib/calls/call.ts';

/** The list with the reason at the end. */
export function added(list: readonly CallReason[], reason: Omit<CallReason, 'sort'>): CallReason[] {
  return numbered([...list, { ...reason, name: reason.name.trim() }]);
}

/** The list with a part of one reason changed. */
export function changed(
  list: readonly CallReason[],
  id: string,
  part: Partial<Pick<CallReason, 'name' | 'isLead' | 'active'>>,
): CallReason[] {
  return numbered(list.map((reason) => (reason.id === id ? { ...reason, ...part } : reason)));
}

export function removed(list: readonly CallReason[], id: string): CallReason[] {
  return numbered(list.filter((reason) => reason.id !== id));
}

/** The list with one reason at the place `to` (0 = first; beyond the ends is the end). */
export function moved(list: readonly CallReason[], id: string, to: number): CallReason[] {
  const reason = list.find((one) => one.id === id);
  if (!reason) return numbered(list);
  const rest = list.filter((one) => one.id !== id);
  return numbered(rest.toSpliced(Math.max(0, to), 0, reason));
}

/** Why a reason may not be named so, as a sentence; `null` = it may. @param id of the reason itself, if it is in the list. */
export function nameProblem(list: readonly CallReason[], name: string, id?: string): string | null {
  const wanted = name.trim();
  if (!wanted) return text('optionsReasonNameEmpty');
  const taken = list.some((one) => one.id !== id && sameName(one.name, wanted));
  return taken ? text('optionsReasonNameTaken', wanted) : null;
}

/** Reasons that a home-services office usually needs. Their ids are the same everywhere, so that two machines that begin with them agree. */
export function starterSet(): CallReason[] {
  return STARTERS.map(([id, key, isLead], sort) => ({ id, name: text(key), isLead, active: true, sort }));
}

const STARTERS: [id: string, name: TextKey, isLead: boolean][] = [
  ['price-shopping', 'optionsStarterPriceShopping', true],
  ['quote-only', 'optionsStarterQuoteOnly', true],
  ['no-suitable-time', 'optionsStarterNoTime', true],
  ['out-of-area', 'optionsStarterOutOfArea', false],
  ['not-offered', 'optionsStarterNotOffered', false],
  ['existing-job', 'optionsStarterExistingJob', false],
  ['vendor', 'optionsStarterVendor', false],
  ['applicant', 'optionsStarterApplicant', false],
  ['wrong-number', 'optionsStarterWrongNumber', false],
  ['spam', 'optionsStarterSpam', false],
  ['other', 'optionsStarterOther', true],
];

function numbered(list: readonly CallReason[]): CallReason[] {
  return list.map((reason, sort) => ({ ...reason, sort }));
}

function sameName(a: string, b: string): boolean {
  return a.trim().localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
}
