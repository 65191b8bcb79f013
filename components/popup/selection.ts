/** From what a person chose in the export form to what is exported. */
import { CLASSIFICATIONS, type Classification } from '@/lib/calls/call.ts';
import { customRange, dayRange, type Range } from '@/lib/export/days.ts';
import type { Days, Selection } from './popup.ts';

/**
 * The selection, `null` while it is none: a date is missing, or nothing is ticked. With everything ticked
 * there is no filter, so that outbound calls and those another CSR took are in the file too.
 * @param now epoch ms. @param timeZone the office's.
 */
export function selectionOf(
  days: Days,
  ticked: ReadonlySet<Classification>,
  now: number,
  timeZone: string,
): Selection | null {
  const range = rangeOf(days, now, timeZone);
  if (range === null || ticked.size === 0) return null;
  const all = CLASSIFICATIONS.every((one) => ticked.has(one));
  return { range, classifications: all ? null : CLASSIFICATIONS.filter((one) => ticked.has(one)) };
}

function rangeOf(days: Days, now: number, timeZone: string): Range | null {
  if (days.kind !== 'custom') return dayRange(days.kind, now, timeZone);
  if (!ISO_DATE.test(days.from) || !ISO_DATE.test(days.to)) return null;
  return customRange(days.from, days.to, timeZone);
}

/** What a date input gives: a whole date or the empty string. */
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
