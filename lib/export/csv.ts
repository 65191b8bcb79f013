/** Calls as CSV: UTF-8 with BOM, RFC 4180, a header row, one row a call, no cell that runs as a formula. */
import Papa from 'papaparse';
import type { Call, Classification } from '@/lib/calls/call.ts';
import { type Cell, COLUMNS } from './columns.ts';
import { localDay, type Range } from './days.ts';

/**
 * Where the calls come from: hands on every call that started in `range` and has one of `classifications`
 * (`null` = every call), in order and in chunks; `done` counts the calls handed on so far. Rejects with the
 * signal's reason once `signal` is aborted.
 */
export type CallSource = (
  range: Range,
  classifications: readonly Classification[] | null,
  onChunk: (calls: Call[], done: number) => void | Promise<void>,
  signal: AbortSignal,
) => Promise<void>;

/** What to export. */
export interface CsvExport {
  /** The office's, IANA name. */
  timeZone: string;
  range: Range;
  /** `null` = no filter. */
  classifications: readonly Classification[] | null;
  source: CallSource;
  /** Told after each chunk how many calls are done. */
  onProgress?: (done: number) => void;
  /** Aborting it makes the export reject with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Writes the calls of a range to a CSV file.
 *
 * A call that still goes on has no outcome yet and is left out; it is in the next export. Outbound calls and
 * calls that another CSR took are never classified: they are in the file where no classification is asked
 * for, with that cell empty, and in none where one is.
 *
 * Each chunk becomes a Blob of its own, which the browser keeps outside the script's memory, so memory stays
 * flat however long the range.
 */
export async function csvExport(options: CsvExport): Promise<Blob> {
  const { timeZone, range, classifications, source, onProgress } = options;
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const parts: Blob[] = [new Blob([BOM, csvLines([COLUMNS.map((column) => column.header)])])];
  const write = (calls: Call[], done: number) => {
    signal.throwIfAborted();
    const rows = calls.filter((call) => call.endedAt !== null).map((call) => csvRow(call, timeZone));
    if (rows.length > 0) parts.push(new Blob([csvLines(rows)]));
    onProgress?.(done);
  };
  await source(range, classifications, write, signal);
  signal.throwIfAborted();
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** `callmark-2026-11-23.csv`, or with the first and the last day of the range. Days of the office. */
export function csvFileName(range: Range, timeZone: string): string {
  const first = localDay(range.from, timeZone);
  const last = localDay(Math.max(range.from, range.to - 1), timeZone);
  return first === last ? `callmark-${first}.csv` : `callmark-${first}-to-${last}.csv`;
}

/**
 * Rows as RFC 4180 text, each with its CRLF. Text that a spreadsheet would run gets an apostrophe in front:
 * what begins with `=`, `+`, `-` or `@` (their full-width forms too, and behind blanks, which some programs
 * skip), a tab or a line break.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  // papaparse wants arrays it could change; it does not.
  const text = Papa.unparse(rows as Cell[][], { newline: CRLF, escapeFormulae: FORMULA });
  return rows.length > 0 ? text + CRLF : '';
}

function csvRow(call: Call, timeZone: string): Cell[] {
  return COLUMNS.map((column) => column.cell(call, timeZone));
}

const BOM = '\uFEFF';
const CRLF = '\r\n';
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
