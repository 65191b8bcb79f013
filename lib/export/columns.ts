/**
 * The columns of an export, once and in order. A public interface: people build reports on these names and
 * this order, so columns are only ever added at the end.
 */
import type { Call } from '@/lib/calls/call.ts';
import { localTime } from './days.ts';
import { phoneCell } from './phone-number.ts';

/** What a cell holds; `null` = not known or does not apply, and is left empty. */
export type Cell = string | number | boolean | null;

/** One column: its header, and how its cell is got from an ended call. `timeZone` is the office's. */
export interface Column {
  header: string;
  cell: (call: Call, timeZone: string) => Cell;
}

/** The words in the cells are those of the call rules. */
export const COLUMNS = [
  { header: 'call_id', cell: (call) => call.id },
  { header: 'started_at_utc', cell: (call) => utcTime(call.startedAt) },
  { header: 'started_at_local', cell: (call, timeZone) => localTime(call.startedAt, timeZone) },
  { header: 'time_zone', cell: (_, timeZone) => timeZone },
  { header: 'ended_at_utc', cell: (call) => utcTime(call.endedAt) },
  // false = the end was inferred from the last sighting.
  { header: 'end_seen', cell: (call) => (call.end === null ? null : call.end === 'seen') },
  { header: 'direction', cell: (call) => call.direction },
  { header: 'from', cell: (call) => number(call.facts.from) },
  { header: 'caller_name', cell: (call) => call.facts.name ?? null },
  { header: 'to', cell: (call) => number(call.facts.to) },
  { header: 'campaign', cell: (call) => call.facts.campaign ?? null },
  { header: 'csr', cell: (call) => call.facts.csr ?? null },
  { header: 'crm', cell: (call) => call.crm },
  // Whether a call that another CSR took was answered is known in that CSR's browser, not here.
  { header: 'answered', cell: (call) => (call.taken ? null : call.answeredAt !== null) },
  { header: 'abandon_cause', cell: (call) => call.cause },
  { header: 'classification', cell: (call) => call.classification },
  { header: 'original_classification', cell: (call) => call.original },
  { header: 'review', cell: (call) => call.review },
  { header: 'ring_seconds', cell: (call) => seconds(call.ringMs) },
  { header: 'talk_seconds', cell: (call) => seconds(call.talkMs) },
  { header: 'lead', cell: (call) => call.lead },
  { header: 'lead_basis', cell: (call) => call.leadBasis },
  { header: 'reason', cell: (call) => call.reason?.name ?? null },
  { header: 'job', cell: (call) => call.facts.job ?? null },
  { header: 'note', cell: (call) => call.facts.note ?? null },
  { header: 'corrected_by', cell: (call) => call.corrected?.by ?? null },
  { header: 'corrected_at_utc', cell: (call) => utcTime(call.corrected?.at ?? null) },
  { header: 'follow_up', cell: (call) => call.followUp?.state ?? null },
  { header: 'follow_up_at_utc', cell: (call) => utcTime(call.followUp?.at ?? null) },
] as const satisfies readonly Column[];

function number(shown: string | undefined): Cell {
  return shown === undefined ? null : phoneCell(shown);
}

/** `2026-11-23T18:04:05.123Z`. */
function utcTime(at: number | null): Cell {
  return at === null ? null : new Date(Math.round(at)).toISOString();
}

/** Milliseconds as seconds with up to 3 decimals. */
function seconds(ms: number | null): Cell {
  return ms === null ? null : Math.round(ms) / 1000;
}
