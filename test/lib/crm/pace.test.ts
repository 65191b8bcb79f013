import { describe, expect, test } from 'vitest';
import { createPace } from '@/lib/crm/pace.ts';
import { handClock } from './hand-clock.ts';

/** A change of which only its kind matters here. */
const change = (concerns = false) => ({ concerns }) as unknown as MutationRecord;
const changes = (count: number) => Array.from({ length: count }, () => change());

/** A page whose reads take `costMs`, with the times each read is told. */
function scene(
  costMs: number | (() => number) = 0,
  again: (at: number) => number | null = () => null,
  hidden = false,
) {
  const clock = handClock(1_000);
  const reads: { when: number; at: number; quietUntil: number }[] = [];
  const control = new AbortController();
  let listens = true;
  const pace = createPace({
    now: clock.now,
    after: clock.after,
    signal: control.signal,
    read(at, quietUntil) {
      reads.push({ when: clock.now(), at, quietUntil });
      clock.pass(typeof costMs === 'number' ? costMs : costMs());
      return again(at);
    },
    concerns: (all) => all.some((one) => (one as unknown as { concerns: boolean }).concerns),
    observer: {
      stop: () => {
        if (!hidden) listens = false;
        return !hidden;
      },
      start: () => {
        listens = true;
      },
    },
  });
  return { clock, reads, pace, control, when: () => reads.map((r) => r.when), listens: () => listens };
}

describe('pace', () => {
  test('"A page in the background runs on time" is false: a change after a rest is read at once, without a timer', () => {
    const { pace, clock, reads } = scene();
    pace.touch();
    clock.pass(60_000);
    pace.touch();
    expect(reads).toEqual([
      { when: 1_000, at: 1_000, quietUntil: 1_000 },
      { when: 61_000, at: 61_000, quietUntil: 61_000 },
    ]);
  });

  test('changes within the rest are read once, at its end, and dated to the last change', () => {
    const { pace, clock, reads } = scene();
    pace.touch();
    clock.pass(20);
    pace.touch();
    clock.pass(30);
    pace.touch();
    expect(reads).toHaveLength(1);
    clock.advance(200);
    expect(reads.slice(1)).toEqual([{ when: 1_100, at: 1_050, quietUntil: 1_020 }]);
  });

  test('a busy page is read ten times a second at most', () => {
    const { pace, clock, reads } = scene();
    for (let i = 0; i < 999; i++) {
      pace.touch();
      clock.advance(1);
    }
    expect(reads).toHaveLength(10);
  });

  test('a dear read is followed by a rest of twenty times its cost', () => {
    const { pace, clock, when } = scene(30);
    pace.touch();
    pace.touch();
    clock.advance(599);
    expect(when()).toEqual([1_000]);
    clock.advance(1);
    expect(when()).toEqual([1_000, 1_630]);
  });

  test('one long read among short ones is the machine’s doing, and what concerns a call does not wait for it', () => {
    let cost = 1;
    const { pace, clock, when } = scene(() => cost);
    for (cost of [1, 1, 25]) {
      pace.touch();
      clock.pass(1_000);
    }
    expect(when()).toEqual([1_000, 2_001, 3_002]);
    pace.touch();
    clock.pass(19);
    pace.touch([change(true)]);
    clock.advance(5);
    expect(when().slice(3)).toEqual([4_027, 4_072]);
  });

  test('a read may ask for the next though nothing changes: that is dated to its own time', () => {
    const { pace, clock, reads } = scene(0, (at) => (at < 2_000 ? at + 1_000 : null));
    pace.readNow();
    clock.advance(5_000);
    expect(reads).toEqual([
      { when: 1_000, at: 1_000, quietUntil: 1_000 },
      { when: 2_000, at: 2_000, quietUntil: 1_000 },
    ]);
  });

  test('a change brings a read forward that was asked for later', () => {
    const { pace, clock, when } = scene(0, (at) => at + 1_000);
    pace.readNow();
    clock.pass(50);
    pace.touch();
    clock.advance(50);
    expect(when()).toEqual([1_000, 1_100]);
  });

  test('what concerns a call is read within the rest, at once', () => {
    const { pace, clock, when } = scene(1);
    pace.touch();
    clock.pass(60);
    pace.touch([change()]);
    expect(when()).toEqual([1_000]);
    pace.touch([change(), change(true)]);
    expect(when()).toEqual([1_000, 1_061]);
  });

  test('what concerns a call waits for a dear read before it, no longer', () => {
    const { pace, clock, when } = scene(3);
    pace.touch();
    clock.pass(7);
    pace.touch([change(true)]);
    clock.advance(52);
    expect(when()).toEqual([1_000]);
    clock.advance(1);
    expect(when()).toEqual([1_000, 1_063]);
  });

  test('a page that changes without end is not heard until the next read, which comes soon', () => {
    const { pace, clock, reads, listens } = scene();
    pace.touch();
    clock.pass(10);
    pace.touch(changes(150));
    expect(listens()).toBe(true);
    clock.pass(5);
    pace.touch(changes(150));
    expect(listens()).toBe(false);
    expect(pace.dirty()).toBe(true);
    clock.advance(39);
    expect(reads).toHaveLength(1);
    clock.advance(1);
    // It may have changed up to the read itself.
    expect(reads[1]).toEqual({ when: 1_055, at: 1_055, quietUntil: 1_010 });
    expect(listens()).toBe(true);
  });

  test('… and where it goes on, is not heard from its first change on; where it does not, is heard again', () => {
    const { pace, clock, reads, listens } = scene();
    pace.touch();
    pace.touch(changes(200));
    clock.advance(40);
    pace.touch(changes(1));
    expect(listens()).toBe(false);
    clock.advance(40);
    expect(reads).toHaveLength(3);
    clock.advance(500);
    expect(reads).toHaveLength(3);
    pace.touch(changes(150));
    pace.touch(changes(150));
    expect(reads).toHaveLength(4);
    expect(listens()).toBe(true);
  });

  test('a dear read is not repeated sooner because nothing is heard', () => {
    const { pace, clock, when } = scene(30);
    pace.touch();
    pace.touch(changes(200));
    clock.advance(599);
    expect(when()).toEqual([1_000]);
    clock.advance(1);
    expect(when()).toEqual([1_000, 1_630]);
  });

  test('in a hidden tab it always hears: timers come when they like there', () => {
    const { pace, clock, reads, listens } = scene(0, () => null, true);
    pace.touch();
    pace.touch(changes(500));
    expect(listens()).toBe(true);
    clock.pass(100);
    pace.touch(changes(1));
    expect(reads).toHaveLength(2);
  });

  test('it knows whether something changed since the last read', () => {
    const { pace } = scene();
    pace.touch();
    expect(pace.dirty()).toBe(false);
    pace.touch();
    expect(pace.dirty()).toBe(true);
  });

  test('stopped, it reads no more', () => {
    const { pace, clock, reads, control } = scene(0, (at) => at + 1_000);
    pace.readNow();
    control.abort();
    clock.advance(5_000);
    pace.touch();
    expect(reads).toHaveLength(1);
  });
});
