import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Call, Classification } from '@/lib/calls/call.ts';
import { type CallSource, csvExport, csvFileName, csvLines } from '@/lib/export/csv.ts';
import { customRange } from '@/lib/export/days.ts';
import { digitsOf } from '@/lib/export/phone-number.ts';
import { aCall } from './a-call.ts';

const CHICAGO = 'America/Chicago';
const DAY = customRange('2026-11-23', '2026-11-23', CHICAGO);
const HEADER =
  'call_id,started_at_utc,started_at_local,time_zone,ended_at_utc,end_seen,direction,from,caller_name,to,' +
  'campaign,csr,crm,answered,abandon_cause,classification,original_classification,review,ring_seconds,' +
  'talk_seconds,lead,lead_basis,reason,job,note,corrected_by,corrected_at_utc,follow_up,follow_up_at_utc';

function sourceOf(...chunks: Call[][]): CallSource {
  return async (_range, _classifications, onChunk) => {
    let done = 0;
    for (const chunk of chunks) {
      done += chunk.length;
      await onChunk(chunk, done);
    }
  };
}

function exported(...chunks: Call[][]): Promise<Blob> {
  return csvExport({ timeZone: CHICAGO, range: DAY, classifications: null, source: sourceOf(...chunks) });
}

/** What a program that reads the file sees: the rows as objects. */
async function rowsOf(...calls: Call[]): Promise<Record<string, string>[]> {
  const file = await (await exported(calls)).text();
  return Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true }).data;
}

describe('the file', () => {
  test('begins with the byte order mark and the header', async () => {
    const bytes = new Uint8Array(await (await exported([])).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(`${HEADER}\r\n`);
  });

  test('has one line a call, each ended by CRLF, whatever the chunks', async () => {
    const calls = ['a', 'b', 'c', 'd', 'e'].map((id) => aCall({ id }));
    const whole = await (await exported(calls)).text();
    expect(whole.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      'call_id',
      'a',
      'b',
      'c',
      'd',
      'e',
      '',
    ]);
    expect(await (await exported(calls.slice(0, 2), [], calls.slice(2))).text()).toBe(whole);
  });

  test('is text/csv in UTF-8', async () => {
    expect((await exported([])).type).toBe('text/csv;charset=utf-8');
  });
});

describe('a row', () => {
  test('of a booked call holds every cell in its place', async () => {
    expect(await rowsOf(aCall())).toEqual([
      {
        call_id: 'https://crm.acme.example#C-1',
        started_at_utc: '2026-11-23T18:04:05.123Z',
        started_at_local: '2026-11-23 12:04:05',
        time_zone: 'America/Chicago',
        ended_at_utc: '2026-11-23T18:05:11.623Z',
        end_seen: 'true',
        direction: 'inbound',
        from: '1 (555) 010-2234',
        caller_name: 'Ada Byrne',
        to: '1 (555) 010-0000',
        campaign: 'Radio',
        csr: 'Dana Ruiz',
        crm: 'Acme CRM',
        answered: 'true',
        abandon_cause: '',
        classification: 'booked',
        original_classification: 'booked',
        review: '',
        ring_seconds: '4',
        talk_seconds: '62.5',
        lead: 'true',
        lead_basis: 'booked',
        reason: '',
        job: '48213',
        note: 'gate code 12, ring twice',
        corrected_by: '',
        corrected_at_utc: '',
        follow_up: '',
        follow_up_at_utc: '',
      },
    ]);
  });

  test('of an abandoned call leaves empty what is not known', async () => {
    const call = aCall({
      answeredAt: null,
      facts: {},
      classification: 'abandoned',
      original: 'abandoned',
      cause: 'not-answered',
      end: 'inferred',
      lead: false,
      leadBasis: 'none',
      ringMs: 25_000.4,
      talkMs: null,
      followUp: { state: 'called-back', at: Date.UTC(2026, 10, 23, 19), by: 'Dana Ruiz', why: null },
    });
    expect((await rowsOf(call))[0]).toMatchObject({
      end_seen: 'false',
      from: '',
      caller_name: '',
      csr: '',
      answered: 'false',
      abandon_cause: 'not-answered',
      classification: 'abandoned',
      ring_seconds: '25',
      talk_seconds: '',
      lead: 'false',
      lead_basis: 'none',
      follow_up: 'called-back',
      follow_up_at_utc: '2026-11-23T19:00:00.000Z',
    });
  });

  test('of a corrected call says what the rules made of it, who corrected it, and when', async () => {
    const call = aCall({
      classification: 'booked',
      original: 'excused',
      review: 'booked-under-threshold',
      leadBasis: 'manual',
      reason: { id: 'price', name: 'Price shopping', isLead: true },
      corrected: { by: 'Lee', at: Date.UTC(2026, 10, 24) },
    });
    expect((await rowsOf(call))[0]).toMatchObject({
      classification: 'booked',
      original_classification: 'excused',
      review: 'booked-under-threshold',
      lead_basis: 'manual',
      reason: 'Price shopping',
      corrected_by: 'Lee',
      corrected_at_utc: '2026-11-24T00:00:00.000Z',
    });
  });

  test('is not written for a call that still goes on', async () => {
    const live = aCall({ id: 'live', endedAt: null, end: null, classification: null });
    expect(await rowsOf(live, aCall({ id: 'over' }))).toMatchObject([{ call_id: 'over' }]);
  });

  test('of an outbound call or one that another CSR took has no classification', async () => {
    const unclassified = { classification: null, original: null, lead: null } as const;
    const rows = await rowsOf(
      aCall({ ...unclassified, direction: 'outbound' }),
      aCall({ ...unclassified, taken: true, answeredAt: null }),
    );
    expect(rows).toMatchObject([
      { direction: 'outbound', classification: '', lead: '', answered: 'true' },
      { direction: 'inbound', classification: '', lead: '', answered: '' },
    ]);
  });
});

describe('while it is written', () => {
  test('range and classifications are asked of the source, and progress is told', async () => {
    const asked: unknown[] = [];
    const told: number[] = [];
    const classifications: Classification[] = ['booked', 'abandoned'];
    await csvExport({
      timeZone: CHICAGO,
      range: DAY,
      classifications,
      source: (range, which, onChunk, signal) => {
        asked.push(range, which);
        return sourceOf([aCall(), aCall()], [aCall()])(range, which, onChunk, signal);
      },
      onProgress: (done) => told.push(done),
    });
    expect(asked).toEqual([DAY, classifications]);
    expect(told).toEqual([2, 3]);
  });

  test('it can be cancelled: nothing more is written, and the reason comes out', async () => {
    const cancel = new AbortController();
    const told: number[] = [];
    const running = csvExport({
      timeZone: CHICAGO,
      range: DAY,
      classifications: null,
      source: sourceOf([aCall()], [aCall()], [aCall()]),
      onProgress: (done) => {
        told.push(done);
        if (done === 2) cancel.abort(new Error('cancelled by a person'));
      },
      signal: cancel.signal,
    });
    await expect(running).rejects.toThrow('cancelled by a person');
    expect(told).toEqual([1, 2]);
  });

  test('it does not begin once it is cancelled', async () => {
    const told: number[] = [];
    const running = csvExport({
      timeZone: CHICAGO,
      range: DAY,
      classifications: null,
      source: sourceOf([aCall()]),
      onProgress: (done) => told.push(done),
      signal: AbortSignal.abort(new Error('too late')),
    });
    await expect(running).rejects.toThrow('too late');
    expect(told).toEqual([]);
  });

  test('an error of the source comes out', async () => {
    const source = () => Promise.reject(new Error('the database is closed'));
    await expect(csvExport({ timeZone: CHICAGO, range: DAY, classifications: null, source })).rejects.toThrow(
      'the database is closed',
    );
  });
});

describe('a cell', () => {
  const parsed = (text: string) => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data;

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+2', ' =1+1', '＝1+1'])(
    'that a spreadsheet could run gets an apostrophe in front: %j',
    (dangerous) => {
      expect(parsed(csvLines([[dangerous]]))[0]).toEqual([`'${dangerous}`]);
    },
  );

  test('that is a number or a truth value is written as it is', () => {
    expect(csvLines([[62.5, true, null, 0, false]])).toBe('62.5,true,,0,false\r\n');
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'", ;aé0١🙂'), maxLength: 12 }),
  );

  test('of any content parses back to itself, but for the apostrophe that makes it inert', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 4 }), (rows) => {
        const back = parsed(csvLines(rows)).slice(0, rows.length);
        const inert = (cell: string) => (/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell) ? `'${cell}` : cell);
        expect(back).toEqual(rows.map((row) => row.map(inert)));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test('never begins with a sign that makes it a formula', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        for (const cell of parsed(csvLines([[one, other]]))[0] ?? []) {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('of a whole call with hostile facts comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.stringMatching(/^\+\d{4,15}$/), async (note, from) => {
        const [row] = await rowsOf(aCall({ facts: { note: `n${note}`, from } }));
        expect(row?.note).toBe(`n${note}`);
        expect(`+${digitsOf(row?.from ?? '')}`).toBe(from);
      }),
      { seed: 5 },
    );
  });
});

test.each([
  ['2026-11-23', '2026-11-23', 'callmark-2026-11-23.csv'],
  ['2026-11-01', '2026-11-23', 'callmark-2026-11-01-to-2026-11-23.csv'],
])('the file from %s to %s is called %s', (first, last, name) => {
  expect(csvFileName(customRange(first, last, CHICAGO), CHICAGO)).toBe(name);
});
