import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallEvent, DEFAULT_RULES, type Signal } from '@/lib/calls/call.ts';
import { fold } from '@/lib/calls/fold.ts';
import { count, isShort, urgency } from '@/lib/calls/numbers.ts';
import { reachedAgain } from '@/lib/calls/queue.ts';

const identity = { id: 'c', origin: 'https://crm.example', crm: 'Example' };
const s = 1_000;

function call(events: CallEvent[], signals: Signal[] = ['claim']) {
  return fold(identity, events, { signals, rules: DEFAULT_RULES, reasons: [] });
}

const rang: CallEvent = { id: 'r', type: 'rang', at: 0, facts: { from: '5550102234' } };
const claimed: CallEvent = { id: 'c', type: 'claimed', at: 5 * s, by: 'gesture', csr: 'Dana Ruiz' };
const ended: CallEvent = { id: 'e', type: 'ended', at: 70 * s };

describe('any order, duplication or split of the same events', () => {
  const at = fc.integer({ min: 0, max: 200 * s });
  const id = fc.integer({ min: 0, max: 30 }).map((n) => `e${n}`);
  const by = fc.constantFrom(undefined, 'page', 'gesture', 'Dana Ruiz', 'Kim Park');
  const facts = fc.record(
    { from: fc.constantFrom('1', '2'), csr: fc.constantFrom('A', 'B') },
    { requiredKeys: [] },
  );
  const stamp = { id, at };
  const event = fc
    .oneof(
      fc.record({ ...stamp, type: fc.constant('rang'), facts }),
      fc.record({ ...stamp, type: fc.constant('connected') }),
      fc.record({
        ...stamp,
        type: fc.constant('claimed'),
        csr: fc.constantFrom('A', 'B'),
        elsewhere: fc.boolean(),
      }),
      fc.record({ ...stamp, type: fc.constantFrom('held', 'resumed', 'rejected') }),
      fc.record({ ...stamp, type: fc.constant('booked'), job: fc.constantFrom('J1', 'J2') }),
      fc.record({ ...stamp, type: fc.constant('ended'), end: fc.constantFrom('seen', 'inferred') }),
      fc.record({ ...stamp, type: fc.constant('reasonGiven'), reason: fc.constantFrom('x', 'y') }),
      fc.record({
        ...stamp,
        by,
        type: fc.constant('reclassified'),
        to: fc.constantFrom('booked', 'excused'),
      }),
      fc.record({
        ...stamp,
        by,
        type: fc.constant('followedUp'),
        as: fc.constantFrom('open', 'called-back'),
      }),
      fc.record({ ...stamp, by, type: fc.constant('noted'), facts }),
      fc.record({ ...stamp, type: fc.constant('undone'), undoes: id }),
    )
    .map((e) => e as CallEvent);
  const sets = fc.uniqueArray(event, { selector: (e) => e.id, minLength: 1, maxLength: 14 });

  it('gives the same call', () => {
    fc.assert(
      fc.property(
        sets.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length }),
            fc.subarray(events),
            fc.integer({ min: 0, max: events.length }),
          ),
        ),
        ([events, shuffled, again, cut]) => {
          const whole = call(events);
          expect(call([...shuffled, ...again])).toEqual(whole);
          const first = call(shuffled.slice(0, cut));
          expect(call([...first.events, ...shuffled.slice(cut), ...again])).toEqual(whole);
        },
      ),
      { seed: 20_261_123, numRuns: 500 },
    );
  });
});

describe('a person’s word', () => {
  it('outranks the page’s, also where the page speaks later', () => {
    const facts = call([
      rang,
      { id: 'n1', type: 'noted', at: 1 * s, by: 'Kim Park', facts: { campaign: 'Radio' } },
      { id: 'n2', type: 'noted', at: 2 * s, facts: { campaign: 'Ads', name: 'Ana' } },
    ]).facts;
    expect(facts).toEqual({ from: '5550102234', campaign: 'Radio', name: 'Ana' });
  });

  it('corrects a call, keeps what the rules said, and says who and when', () => {
    const corrected = call([
      rang,
      claimed,
      ended,
      { id: 'x', type: 'reclassified', at: 90 * s, by: 'Kim Park', to: 'excused', why: 'test call' },
    ]);
    expect(corrected).toMatchObject({
      classification: 'excused',
      original: 'unbooked',
      lead: false,
      leadBasis: 'manual',
      corrected: { by: 'Kim Park', at: 90 * s },
    });
  });

  it('can be undone, and the undo too', () => {
    const x: CallEvent = { id: 'x', type: 'reclassified', at: 90 * s, by: 'Kim Park', to: 'booked' };
    const undo: CallEvent = { id: 'y', type: 'undone', at: 91 * s, by: 'Kim Park', undoes: 'x' };
    const redo: CallEvent = { id: 'z', type: 'undone', at: 92 * s, by: 'Kim Park', undoes: 'y' };
    expect(call([rang, claimed, ended, x, undo])).toMatchObject({
      classification: 'unbooked',
      corrected: null,
    });
    expect(call([rang, claimed, ended, x, undo, redo]).classification).toBe('booked');
  });
});

describe('the end', () => {
  it('that was seen counts over one that was inferred, whichever came first', () => {
    const inferred: CallEvent = { id: 'i', type: 'ended', at: 20 * s, end: 'inferred' };
    expect(call([rang, claimed, inferred, ended])).toMatchObject({ endedAt: 70 * s, end: 'seen' });
    expect(call([rang, claimed, ended, { ...inferred, at: 80 * s }])).toMatchObject({
      endedAt: 70 * s,
      end: 'seen',
    });
  });

  it('keeps the rules as they were then', () => {
    const rules = {
      thresholdMs: 3 * s,
      wrapUpMs: 1,
      bookedUnderThreshold: 'excused',
      reasonsSetUp: true,
    } as const;
    const short = call([rang, claimed, { ...ended, at: 9 * s, rules }]);
    expect(short).toMatchObject({ classification: 'unbooked', leadBasis: 'reason-pending' });
  });
});

describe('a call that two CSRs had', () => {
  const elsewhere = (at: number): CallEvent => ({
    id: 'o',
    type: 'claimed',
    at,
    elsewhere: true,
    csr: 'Sam Lee',
  });

  it('is taken where the click lost the race', () => {
    expect(call([rang, claimed, elsewhere(6 * s), ended])).toMatchObject({
      taken: true,
      classification: null,
    });
  });

  it('ends for the first as an answered call when it is handed over later', () => {
    expect(call([rang, claimed, elsewhere(80 * s)])).toMatchObject({
      taken: false,
      handedTo: 'Sam Lee',
      endedAt: 80 * s,
      talkMs: 75 * s,
      classification: 'unbooked',
    });
  });

  it('is abandoned in neither browser once their events are together', () => {
    const next: CallEvent = { id: 'n', type: 'claimed', at: 5 * s + 40, elsewhere: true, csr: 'Dana Ruiz' };
    expect(call([rang, claimed, next, ended])).toMatchObject({ taken: false, classification: 'unbooked' });
  });
});

describe('abandoned calls', () => {
  const lost = { ...call([rang, { ...ended, at: 9 * s }]), id: 'lost' };

  it('are open until followed up', () => {
    expect(lost.followUp).toEqual({ state: 'open', at: null, by: null, why: null });
  });

  it('are resolved when their number is next answered', () => {
    const again = call([
      { ...rang, at: 60 * s },
      { ...claimed, at: 64 * s },
    ]);
    const [news] = reachedAgain(again, [lost]);
    expect(news).toMatchObject({ id: 'lost', events: [{ as: 'reached-us-again', call: 'c', at: 64 * s }] });
  });

  it('are not resolved by an earlier call, a taken one, or one already called back', () => {
    const before = call([rang, { ...claimed, at: 0 }]);
    expect(reachedAgain(before, [lost])).toEqual([]);
    const again = call([
      { ...rang, at: 60 * s },
      { ...claimed, at: 64 * s },
    ]);
    expect(reachedAgain({ ...again, taken: true }, [lost])).toEqual([]);
    const done = { ...lost, followUp: { state: 'called-back', at: 20 * s, by: 'Kim', why: null } } as const;
    expect(reachedAgain(again, [done])).toEqual([]);
  });

  it('become overdue past the target and cold past the limit', () => {
    const minute = 60 * s;
    expect(urgency(lost, DEFAULT_RULES, 9 * s + 30 * minute)).toBe('fresh');
    expect(urgency(lost, DEFAULT_RULES, 9 * s + 30 * minute + 1)).toBe('overdue');
    expect(urgency(lost, DEFAULT_RULES, 9 * s + 24 * 60 * minute + 1)).toBe('cold');
  });

  it('are short below the limit only', () => {
    expect(isShort(lost, 9 * s)).toBe(false);
    expect(isShort(lost, 9 * s + 1)).toBe(true);
    expect(isShort(lost, 0)).toBe(false);
  });
});

describe('counts', () => {
  it('give the booking rate over leads, and short-abandoned calls apart', () => {
    const job: CallEvent = { id: 'b', type: 'booked', at: 66 * s, job: 'J' };
    const calls = [
      call([rang, claimed, job, ended]),
      call([rang, claimed, ended]),
      call([rang, { ...ended, at: 2 * s }]),
      call([rang, { ...ended, at: 9 * s }]),
      call([rang]),
    ];
    expect(count(calls, { shortAbandonMs: 5 * s })).toEqual({
      calls: 4,
      booked: 1,
      unbooked: 1,
      notLead: 0,
      excused: 0,
      abandoned: 1,
      shortAbandoned: 1,
      leads: 2,
      leadsWithoutReasons: 1,
      bookingRate: 0.5,
      abandonRate: 1 / 3,
    });
  });

  it('give no rate where there is nothing to divide by', () => {
    expect(count([], { shortAbandonMs: 0 })).toMatchObject({ bookingRate: null, abandonRate: null });
  });
});
