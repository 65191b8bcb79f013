/** The way out: the file has what is stored, whole, in the columns that were promised, and nothing that runs. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import type { Call } from '@/lib/calls/call.ts';
import { expect, test } from '../harness/test.ts';
import { past, send, setOfficeZone, startWithReasons } from './steps.ts';

/** A public interface: reports are built on these names in this order. */
const COLUMNS =
  'call_id, started_at_utc, started_at_local, time_zone, ended_at_utc, end_seen, direction, from, caller_name, to, campaign, csr, crm, answered, abandon_cause, classification, original_classification, review, ring_seconds, talk_seconds, lead, lead_basis, reason, job, note, corrected_by, corrected_at_utc, follow_up, follow_up_at_utc'.split(
    ', ',
  );
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function openExport(popup: Page) {
  await popup.getByText('Export calls').click();
  return popup.getByRole('group').filter({ has: popup.getByRole('button', { name: 'Download CSV' }) });
}

async function download(popup: Page): Promise<{ text: string; rows: Record<string, string>[] }> {
  const [file] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  await expect(popup.getByText('Downloaded')).toBeVisible();
  return read(file);
}

async function read(file: Download) {
  const text = readFileSync(await file.path(), 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  expect(parsed.meta.fields).toEqual(COLUMNS);
  return { text, rows: parsed.data };
}

/** What the row of a stored call must say, written down once more from the meaning of its columns. */
function promised(call: Call, timeZone: string): Record<string, string> {
  const utc = (at: number | null | undefined) => (at == null ? '' : new Date(Math.round(at)).toISOString());
  const seconds = (ms: number | null) => (ms === null ? '' : String(Math.round(ms) / 1000));
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return {
    call_id: call.id,
    started_at_utc: utc(call.startedAt),
    started_at_local: local.format(Math.floor(call.startedAt)),
    time_zone: timeZone,
    ended_at_utc: utc(call.endedAt),
    end_seen: String(call.end === 'seen'),
    direction: call.direction,
    campaign: call.facts.campaign ?? '',
    csr: call.facts.csr ?? '',
    crm: call.crm,
    answered: String(call.answeredAt !== null),
    abandon_cause: call.cause ?? '',
    classification: call.classification ?? '',
    original_classification: call.original ?? '',
    review: call.review ?? '',
    ring_seconds: seconds(call.ringMs),
    talk_seconds: seconds(call.talkMs),
    lead: String(call.lead),
    lead_basis: call.leadBasis,
    reason: call.reason?.name ?? '',
    job: call.facts.job ?? '',
    note: '',
    corrected_by: call.corrected?.by ?? '',
    corrected_at_utc: utc(call.corrected?.at),
    follow_up: call.followUp?.state ?? '',
    follow_up_at_utc: utc(call.followUp?.at),
  };
}

test('the file of today agrees with what is stored, call by call, and no cell of it runs', async ({
  callmark,
  crm,
}) => {
  const timeZone = await setOfficeZone(callmark);
  await startWithReasons(callmark);
  const at = Date.now() - HOUR;
  const talk = (ms: number) => ({ answeredAt: at + 5_000, endedAt: at + 5_000 + ms });
  await past(callmark, crm, [
    {
      id: 'X-1',
      from: '+15125550142',
      name: '=HYPERLINK("http://evil.example","Maria")',
      at,
      ...talk(75_000),
      job: '48213',
    },
    { id: 'X-2', from: '+447700900123', name: '@SUM(A1)', campaign: '-2+3', at: at + 1, ...talk(61_000) },
    { id: 'X-3', from: '+17375550119', name: '\t=1+1', at: at + 2, ...talk(59_999), job: '+48214' },
    {
      id: 'X-4',
      from: '+12105550140',
      name: 'Ann "Nan" O’Hara,\r\nAustin',
      at: at + 3,
      endedAt: at + 20_000,
    },
  ]);
  const call = (await callmark.calls()).find(({ id }) => id.endsWith('#X-2'));
  await send(callmark, 'reclassify', { call: call?.id, to: 'not-lead' });
  const lost = (await callmark.calls()).find(({ id }) => id.endsWith('#X-4'));
  await send(callmark, 'followUp', { call: lost?.id, as: 'attempted' });

  const popup = await callmark.popup();
  await openExport(popup);
  await expect(popup.getByRole('status').filter({ hasText: '4 calls' })).toBeVisible();
  const { text, rows } = await download(popup);

  expect(text.startsWith('\uFEFFcall_id,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  // The one line break that is in a cell stays as the page showed it.
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const calls = await callmark.calls();
  expect(calls.map((c) => c.classification)).toEqual(['booked', 'not-lead', 'excused', 'abandoned']);
  expect(rows).toHaveLength(4);
  for (const [n, stored] of calls.entries()) expect(rows[n]).toMatchObject(promisedOf(stored));
  for (const row of rows) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s]*[=+\-@]|^[\t\r\n]/);
  }
  expect(rows.map((row) => row.from?.replace(/\D/g, ''))).toEqual([
    '15125550142',
    '447700900123',
    '17375550119',
    '12105550140',
  ]);
  expect(rows.map((row) => row.caller_name?.replace(/^'/, ''))).toEqual(calls.map((c) => c.facts.name));

  /** Words that a spreadsheet would run have an apostrophe in front; all others are as they are stored. */
  function promisedOf(stored: Call) {
    const row = promised(stored, timeZone);
    return Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell]),
    );
  }
});

test('days and classifications are chosen, also days of one’s own, in the office’s time zone', async ({
  callmark,
  crm,
}) => {
  const timeZone = await setOfficeZone(callmark);
  const now = Date.now();
  const day = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
  const yesterday = now - DAY;
  await past(callmark, crm, [
    {
      id: 'Y-1',
      from: '+15125550142',
      at: yesterday,
      answeredAt: yesterday + 1_000,
      endedAt: yesterday + 30_000,
    },
    { id: 'Y-2', from: '+17375550119', at: yesterday + 1, endedAt: yesterday + 9_000 },
  ]);
  await past(callmark, crm, [{ id: 'T-1', from: '+12105550140', at: now - 60_000, endedAt: now - 50_000 }]);
  const popup = await callmark.popup();
  await openExport(popup);
  const count = popup.getByRole('status').filter({ hasText: /call/ });
  await expect(count.getByText('1 call', { exact: true })).toBeVisible();
  await expect(popup.getByText(`Days of the office: ${timeZone}`)).toBeVisible();
  const days = popup.getByLabel('Days', { exact: true });
  await days.selectOption('Yesterday');
  await expect(popup.getByText('2 calls', { exact: true })).toBeVisible();
  await popup.getByRole('checkbox', { name: 'Abandoned' }).uncheck();
  await expect(popup.getByText('1 call', { exact: true }).last()).toBeVisible();
  const { rows } = await download(popup);
  expect(rows.map((row) => row.call_id?.split('#')[1])).toEqual(['Y-1']);

  await popup.getByRole('checkbox', { name: 'Abandoned' }).check();
  await days.selectOption('From – to');
  await popup.getByLabel('From', { exact: true }).fill(day(yesterday));
  await popup.getByLabel('To', { exact: true }).fill(day(now));
  await expect(popup.getByText('3 calls', { exact: true })).toBeVisible();
  const all = await download(popup);
  expect(all.rows.map((row) => row.call_id?.split('#')[1])).toEqual(['Y-1', 'Y-2', 'T-1']);
  expect(all.rows.map((row) => row.started_at_local?.slice(0, 10))).toEqual([
    day(yesterday),
    day(yesterday),
    day(now - 60_000),
  ]);
  await popup.getByLabel('To', { exact: true }).fill('');
  await expect(popup.getByText('Choose the days and at least one kind of call.')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Download CSV' })).toBeDisabled();
});

test('an export that is cancelled leaves no file, and the next one is whole', async ({ callmark, crm }) => {
  await setOfficeZone(callmark);
  const at = Date.now() - HOUR;
  await past(callmark, crm, [{ id: 'Z-1', from: '+15125550142', at, endedAt: at + 9_000 }]);
  const popup = await callmark.popup();
  await openExport(popup);
  await expect(popup.getByRole('status').filter({ hasText: '1 call' })).toBeVisible();
  // From here on the database answers only when the test lets it: a long export, held in the middle.
  await popup.evaluate(() => {
    const gate = Promise.withResolvers<void>();
    Object.assign(globalThis, { letGo: gate.resolve });
    const getAll = IDBIndex.prototype.getAll;
    IDBIndex.prototype.getAll = function (...range: []) {
      const request = getAll.apply(this, range);
      Object.defineProperty(request, 'onsuccess', {
        set: (hear: (event: Event) => void) =>
          request.addEventListener('success', (event) => void gate.promise.then(() => hear(event))),
      });
      return request;
    };
  });
  const files: string[] = [];
  popup.on('download', (file) => files.push(file.suggestedFilename()));
  await popup.getByRole('button', { name: 'Download CSV' }).click();
  await expect(popup.getByRole('progressbar', { name: 'Writing the file' })).toBeVisible();
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await popup.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
  await expect(popup.getByRole('progressbar')).toHaveCount(0);
  await expect(popup.getByText('Downloaded')).toHaveCount(0);
  const { rows } = await download(popup);
  expect(rows).toHaveLength(1);
  expect(files).toHaveLength(1);
});
