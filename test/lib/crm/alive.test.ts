import { describe, expect, test } from 'vitest';
import { brief, film } from './film.ts';

const A = '(555) 010-1111';
const B = '(555) 010-2222';
const alive = (holds: boolean, count: number | null = null) => [{ rule: 0, holds, count }];

describe('a call that is out of sight while the page still counts it', () => {
  test('goes on if it vanished in the look in which the count came, and ends when that goes', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(false) });
    look(1_000, [], { alive: alive(true) });
    expect(brief(look(60_000, [], { alive: alive(true) }))).toEqual([`${A} connected 0–0`]);
    look(90_000, [], { alive: alive(false) });
    expect(brief(look(92_000, [], { alive: alive(false) }))).toEqual([`${A} ended 0–90000`]);
  });

  test('is one with the call that is shown again', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(false) });
    look(1_000, [], { alive: alive(true) });
    look(60_000, [{ on: 'f', state: 'connected', from: A }], { alive: alive(false) });
    expect(brief(look(62_000, [{ on: 'f', state: 'connected', from: A }]))).toEqual([`${A} connected 0–0`]);
  });

  test('goes on where either came first, within the grace time', () => {
    for (const [vanishes, rises] of [
      [1_000, 2_000],
      [2_000, 1_000],
    ] as const) {
      const { look } = film();
      look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(false) });
      for (const at of [1_000, 2_000]) {
        const shots = at >= vanishes ? [] : [{ on: 'e', state: 'connected' as const, from: A }];
        look(at, shots, { alive: alive(at >= rises) });
      }
      expect(brief(look(60_000, [], { alive: alive(true) }))).toEqual([`${A} connected 0–0`]);
    }
  });

  test('ended where the count had been there for long, or came long after', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(true) });
    look(5_000, [], { alive: alive(true) });
    expect(brief(look(7_000, [], { alive: alive(true) }))).toEqual([`${A} ended 0–5000`]);

    const late = film();
    late.look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(false) });
    late.look(1_000, [], { alive: alive(false) });
    expect(brief(late.look(4_000, [], { alive: alive(true) }))).toEqual([`${A} ended 0–1000`]);
  });

  test('a count keeps as many as it rose by, those that are talked on first', () => {
    const { look } = film();
    const both = [
      { on: 'e', state: 'connected' as const, from: A },
      { on: 'f', state: 'ringing' as const, from: B },
    ];
    look(0, both, { alive: alive(false, 0) });
    look(1_000, [], { alive: alive(true, 1) });
    expect(brief(look(60_000, [], { alive: alive(true, 1) }))).toEqual([
      `${A} connected 0–0`,
      `${B} ended 0–1000`,
    ]);
  });

  test('a count that falls below the calls it keeps ends one', () => {
    const { look } = film();
    const both = [
      { on: 'e', state: 'connected' as const, from: A },
      { on: 'f', state: 'ringing' as const, from: B },
    ];
    look(0, both, { alive: alive(false, 0) });
    look(1_000, [], { alive: alive(true, 2) });
    look(30_000, [], { alive: alive(true, 1) });
    expect(brief(look(40_000, [], { alive: alive(true, 1) }))).toEqual([
      `${A} connected 0–0`,
      `${B} ended 0–30000`,
    ]);
  });

  test('it never revives an ended one, nor one that a click ended', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }], { alive: alive(false) });
    click(1_000, 'e');
    look(1_200, [], { alive: alive(true) });
    expect(brief(look(9_000, [], { alive: alive(true) }))).toEqual([`${A} ended 0–1000`]);
  });
});

describe('how a call began', () => {
  const dialled = (first: string) => (first === 'connected' ? ('outbound' as const) : null);

  test('one that never rang here is outbound where the profile says so, one that rang is not', () => {
    const { look } = film();
    expect(look(0, [{ on: 'e', state: 'held', from: A, directionBy: dialled }])).toMatchObject([
      { direction: 'outbound' },
    ]);
    look(1_000, [{ on: 'f', state: 'ringing', from: B, directionBy: dialled }]);
    expect(look(2_000, [{ on: 'f', state: 'connected', from: B, directionBy: dialled }])).toMatchObject([
      { direction: 'outbound' },
      { direction: 'inbound' },
    ]);
  });

  test('of one that was there when the page loaded nothing is told', () => {
    const { look } = film();
    const shown = [{ on: 'e', state: 'connected' as const, from: A, directionBy: dialled }];
    expect(look(0, shown, { loading: true })).toMatchObject([{ direction: 'inbound' }]);
    expect(look(9_000, shown)).toMatchObject([{ direction: 'inbound' }]);
  });
});
