import { describe, expect, test } from 'vitest';
import type { Observation, Reading, Seen } from '@/lib/calls/seen.ts';
import { createOutbox } from '@/lib/crm/outbox.ts';

const reading = (at: number, ...calls: Reading['calls']): Reading => ({ kind: 'reading', at, calls });
const call = (screenId: string, state: 'ringing' | 'ended'): Reading['calls'][number] => ({
  screenId,
  state,
  direction: 'inbound',
  since: 0,
  stateSince: 0,
});
const gesture = (at: number): Seen => ({ kind: 'gesture', is: 'claim', at, call: call('1', 'ringing') });

/** Lets everything that is ready run; nothing here waits for real time. */
const settle = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

/** An outbox whose listener and waiting are in the test's hands. */
function scene() {
  const sent: Observation[] = [];
  const answers: number[] = [];
  const waits: { ms: number; over: () => void }[] = [];
  const control = new AbortController();
  let listener: (o: Observation) => Promise<{ ack: number }> = (o) => Promise.resolve({ ack: o.seq });
  const outbox = createOutbox<{ ack: number }>({
    watcher: 'w',
    profile: 'p',
    send: (o) => {
      sent.push(o);
      return listener(o);
    },
    answered: ({ ack }) => answers.push(ack),
    signal: control.signal,
    wait: (ms) => new Promise((over) => waits.push({ ms, over })),
  });
  return {
    outbox,
    sent,
    answers,
    waits,
    control,
    listen(next: typeof listener) {
      listener = next;
    },
    seqs: () => sent.map((o) => o.seq),
  };
}

const deaf = () => Promise.reject(new Error('Could not establish connection'));

describe('outbox', () => {
  test('drops what is refused for what it is, and delivers what comes after it', async () => {
    const { outbox, listen, seqs, waits } = scene();
    const refused = Object.assign(new Error('Refused: a malformed observation.'), { name: 'Refused' });
    listen((o) => (o.seq === 1 ? Promise.reject(refused) : Promise.resolve({ ack: o.seq })));
    outbox.put(reading(1));
    outbox.put(gesture(2));
    await settle();
    expect(seqs()).toEqual([1, 2]);
    expect(outbox.pending()).toBe(0);
    expect(waits).toEqual([]);
  });

  test('numbers observations and delivers them in order, each answered', async () => {
    const { outbox, sent, answers } = scene();
    outbox.put(reading(1));
    outbox.put(gesture(2));
    await settle();
    expect(sent).toEqual([
      { watcher: 'w', seq: 1, profile: 'p', seen: reading(1) },
      { watcher: 'w', seq: 2, profile: 'p', seen: gesture(2) },
    ]);
    expect(answers).toEqual([1, 2]);
    expect(outbox.pending()).toBe(0);
  });

  test('only one is under way at a time', async () => {
    const { outbox, seqs, listen } = scene();
    const held: (() => void)[] = [];
    listen((o) => new Promise((resolve) => held.push(() => resolve({ ack: o.seq }))));
    outbox.put(reading(1));
    outbox.put(reading(2));
    await settle();
    expect(seqs()).toEqual([1]);
    held[0]?.();
    await settle();
    expect(seqs()).toEqual([1, 2]);
  });

  test('what found no listener is kept and sent again, with waits that double up to 10 s', async () => {
    const { outbox, seqs, waits, listen } = scene();
    listen(deaf);
    outbox.put(reading(1));
    for (let i = 0; i < 8; i++) {
      await settle();
      waits.at(-1)?.over();
    }
    await settle();
    expect(waits.slice(0, 8).map((w) => w.ms)).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
    expect(outbox.pending()).toBe(1);
    listen((o) => Promise.resolve({ ack: o.seq }));
    waits.at(-1)?.over();
    await settle();
    expect(outbox.pending()).toBe(0);
    expect(new Set(seqs())).toEqual(new Set([1]));
  });

  test('an answer that does not acknowledge it leaves it in the queue', async () => {
    const { outbox, seqs, waits, listen } = scene();
    listen(() => Promise.resolve({ ack: 0 }));
    outbox.put(reading(1));
    await settle();
    expect(outbox.pending()).toBe(1);
    listen((o) => Promise.resolve({ ack: o.seq }));
    waits.at(-1)?.over();
    await settle();
    expect(seqs()).toEqual([1, 1]);
    expect(outbox.pending()).toBe(0);
  });

  test('an acknowledgement of later ones covers those before', async () => {
    const { outbox, seqs, listen } = scene();
    listen(() => Promise.resolve({ ack: 2 }));
    outbox.put(reading(1));
    outbox.put(reading(2));
    await settle();
    expect(seqs()).toEqual([1]);
  });

  test('what is put during a wait is an occasion to try at once, in order', async () => {
    const { outbox, seqs, listen } = scene();
    listen(deaf);
    outbox.put(reading(1));
    await settle();
    listen((o) => Promise.resolve({ ack: o.seq }));
    outbox.put(gesture(2));
    await settle();
    expect(seqs()).toEqual([1, 1, 2]);
  });

  test('aborted, it sends nothing more', async () => {
    const { outbox, seqs, waits, control, listen } = scene();
    listen(deaf);
    outbox.put(reading(1));
    await settle();
    control.abort();
    waits.at(-1)?.over();
    outbox.put(reading(2));
    await settle();
    expect(seqs()).toEqual([1]);
  });

  test('a full outbox drops readings that another reading repeats, never gestures, ends or the last reading', async () => {
    const { outbox, sent, listen } = scene();
    listen(deaf);
    outbox.put(gesture(0));
    outbox.put(reading(1, call('1', 'ringing')));
    outbox.put(reading(2, call('1', 'ended')));
    outbox.put(gesture(3));
    for (let at = 4; at < 1_500; at++) outbox.put(reading(at));
    await settle();
    expect(outbox.pending()).toBe(1_000);
    listen((o) => Promise.resolve({ ack: o.seq }));
    outbox.put(reading(1_500));
    sent.length = 0;
    await settle();
    for (let i = 0; i < 40; i++) await settle();
    const kept = sent.map((o) => o.seen);
    expect(kept.filter((s) => s.kind === 'gesture')).toHaveLength(2);
    expect(kept.slice(0, 4).map((s) => s.at)).toEqual([0, 1, 2, 3]);
    expect(kept.at(-1)).toEqual(reading(1_500));
  });
});
