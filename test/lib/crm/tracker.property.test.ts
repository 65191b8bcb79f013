import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallOnScreen } from '@/lib/calls/seen.ts';
import { film, type Shot } from './film.ts';

/** A call as the telephone had it: made of durations, ms. */
interface Real {
  number: number;
  pause: number;
  ringing: number;
  talk: number;
  lingers: number;
  /** How the end shows: a sign on the box, or the box goes. */
  sign: boolean;
}

const real: fc.Arbitrary<Real> = fc.record({
  number: fc.integer({ min: 0, max: 2 }),
  pause: fc.integer({ min: 2_000, max: 90_000 }),
  ringing: fc.integer({ min: 1_000, max: 30_000 }),
  talk: fc.oneof(fc.constant(0), fc.integer({ min: 1_000, max: 90_000 })),
  lingers: fc.integer({ min: 0, max: 70_000 }),
  sign: fc.boolean(),
});

/** How the page draws. */
const page = fc.record({
  ids: fc.boolean(),
  /** Same box for every call, hidden between them and showing the last caller for `stale` ms. */
  slot: fc.boolean(),
  stale: fc.integer({ min: 0, max: 300 }),
  /** Boxes are drawn anew at this pace, with a gap in which none is there. */
  redraw: fc.integer({ min: 1_000, max: 9_000 }),
  gap: fc.integer({ min: 0, max: 900 }),
});

const SEED = { seed: 20_261_123, numRuns: 200 };
const number = (n: number) => `(555) 010-100${n}`;

test('however a page draws its calls, each is told once, with its own number, start, talk and end', () => {
  fc.assert(
    fc.property(fc.array(real, { minLength: 1, maxLength: 5 }), page, (reals, style) => {
      const { look, tracker } = film();
      const told = new Map<string, CallOnScreen>();
      const expected: { from: string; since: number; connected: number | null; ended: number }[] = [];
      let drawn = 0;
      let last: string | null = null;
      let now = 0;

      const show = (at: number, shots: Shot[]) => {
        const hidden = style.slot && shots.length === 0 ? ['slot'] : [];
        for (const c of look(at, shots, { dormant: hidden })) check(told, c);
        now = at;
      };
      show(0, []);
      reals.forEach((call, index) => {
        const since = now + call.pause;
        const connected = call.talk > 0 ? since + call.ringing : null;
        const ended = since + call.ringing + call.talk;
        expected.push({ from: number(call.number), since, connected, ended });
        const shot = (at: number, element: string): Shot => {
          const stale = style.slot && last !== null && at - since < style.stale;
          const state =
            at >= ended ? 'ended' : connected !== null && at >= connected ? 'connected' : 'ringing';
          return {
            on: element,
            state,
            from: stale && last !== null ? last : number(call.number),
            ...(style.ids ? { id: `C-${index}` } : {}),
          };
        };
        const goes = call.sign ? ended + 1 + call.lingers : ended;
        const changes = [since, since + style.stale, connected ?? since, ended];
        const moments = new Set(changes.filter((m) => m < goes));
        for (let t = since; t < goes; t += style.redraw) moments.add(t);
        for (const t of [...moments].sort((a, b) => a - b)) {
          // What the last look showed stays until the box is drawn anew; the gap must not swallow a change.
          const next = t + style.gap;
          const busy = changes.includes(t) || [...moments].some((m) => m > t && m <= next) || next >= goes;
          if (!style.slot && style.gap > 0 && !busy && t > since + 500) {
            show(t, []);
            show(next, [shot(next, `e${++drawn}`)]);
          } else show(t, [shot(t, style.slot ? 'slot' : `e${drawn}-${index}`)]);
        }
        show(goes, []);
        const quiet = goes + 1_600;
        show(quiet, []);
        last = number(call.number);
      });

      const calls = [...told.values()].sort((a, b) => a.since - b.since);
      expect(calls.map(({ from, since }) => ({ from, since }))).toEqual(
        expected.map(({ from, since }) => ({ from, since })),
      );
      calls.forEach((call, i) => {
        expect(call.state).toBe('ended');
        expect(call.stateSince).toBe(expected[i]?.ended);
      });
      expect(tracker.live()).toBe(false);
    }),
    SEED,
  );
});

const LEVELS = ['ringing', 'connecting', 'connected', 'taken', 'ended'];

/** What is told of a call never contradicts what was told before. */
function check(told: Map<string, CallOnScreen>, call: CallOnScreen): void {
  const before = told.get(call.screenId);
  if (before && JSON.stringify(before) !== JSON.stringify(call)) {
    expect(LEVELS.indexOf(call.state)).toBeGreaterThanOrEqual(LEVELS.indexOf(before.state));
    expect(call.since).toBe(before.since);
    expect(call.id).toBe(before.id);
    expect(before.state).not.toBe('ended');
  }
  told.set(call.screenId, call);
}
