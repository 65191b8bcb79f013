import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '@/lib/calls/call.ts';
import { numberKey, sameNumber } from '@/lib/calls/number.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { readConfig, writeConfig } from '@/lib/store/config.ts';
import { db } from '@/lib/store/database.ts';
import { entries, packJournal, snapshots } from '@/lib/store/journal.ts';
import { overlayState } from '@/lib/store/overlay-state.ts';
import {
  callsStartedBetween,
  countAbandoned,
  eachCallBetween,
  openAbandoned,
  openCalls,
  reasonsInUse,
} from '@/lib/store/queries.ts';
import { act, packAway, record, StorageFull } from '@/lib/store/writer.ts';
import { ORIGIN, onScreen, reading } from '../calls/desk.ts';
import { freshStorage, type Storage } from './storage.ts';

const profile: Profile = {
  schema: 1,
  id: 'example',
  name: 'Example',
  matches: ['https://crm.example/*'],
  calls: [{ root: '.call', gestures: [{ is: 'claim', click: 'root' }] }],
};
const source = { tabId: 1, frameId: 0, origin: ORIGIN };
const s = 1_000;
let local: Storage;
let seq = 0;

beforeEach(async () => {
  local = freshStorage().local;
  seq = 0;
  await db.delete({ disableAutoOpen: false });
});

async function say(seen: Parameters<typeof record>[0]['seen'], tabId = 1) {
  seq += 1;
  const observation = { watcher: 'watcher-1', seq, profile: 'example', seen };
  const { ack, changed } = await record(observation, { ...source, tabId }, profile, await readConfig());
  return { ack, changed };
}

/** A call from ring to end, claimed after a second; `at` = start. */
async function play(id: string, at: number, talk: number | null, from?: string): Promise<void> {
  const c = onScreen(id, { since: at, ...(from ? { from } : {}) });
  await say(reading(at, c));
  if (talk !== null) await say({ kind: 'gesture', is: 'claim', at: at + s, agent: 'Dana Ruiz', call: c });
  const end = at + s + (talk ?? 20 * s);
  await say(reading(end, { ...c, state: 'ended', stateSince: end }));
}

describe('recording', () => {
  it('keeps a call from its ringing to its end and says up to where it did', async () => {
    expect(await say(reading(0, onScreen('C-1')))).toEqual({ ack: 1, changed: true });
    expect(await say(reading(20 * s, onScreen('C-1')))).toEqual({ ack: 2, changed: false });
    expect(await openCalls()).toMatchObject([{ id: `${ORIGIN}#C-1` }]);
  });

  it('answers a repeated observation without keeping it again', async () => {
    await say(reading(0, onScreen('C-1')));
    seq = 0;
    expect(await say(reading(0, onScreen('C-1')))).toEqual({ ack: 1, changed: false });
    expect((await db.calls.get(`${ORIGIN}#C-1`))?.events).toHaveLength(1);
  });

  it('puts an abandoned call into the queue, and takes it out once its number is answered', async () => {
    await play('C-1', 0, null, '(555) 010-7777');
    expect(await openAbandoned()).toMatchObject([{ id: `${ORIGIN}#C-1`, cause: 'not-answered' }]);
    await play('C-2', 100 * s, 70 * s, '+1 555 010 7777');
    expect(await countAbandoned()).toBe(0);
    expect((await db.calls.get(`${ORIGIN}#C-1`))?.followUp?.state).toBe('reached-us-again');
  });

  it('resolves a call that is known to be abandoned only after its number was answered', async () => {
    const lost = onScreen('C-1', { since: 0 });
    await say(reading(0, lost));
    const again = onScreen('C-2', { since: 30 * s });
    await say(reading(30 * s, lost, again));
    await say({ kind: 'gesture', is: 'claim', at: 31 * s, call: again });
    await say(reading(40 * s, { ...lost, state: 'ended', stateSince: 20 * s }, again));
    expect((await db.calls.get(`${ORIGIN}#C-1`))?.followUp?.state).toBe('reached-us-again');
    expect(await countAbandoned()).toBe(0);
  });

  it('keeps the rules of the end: reasons set up later rewrite nothing', async () => {
    await play('C-1', 0, 70 * s);
    await writeConfig({ reasons: [{ id: 'x', name: 'X', isLead: false, active: true }] });
    await act('a', `${ORIGIN}#C-1`, () => [
      { id: 'n', type: 'noted', at: 99 * s, by: 'Kim', facts: { note: 'hi' } },
    ]);
    expect(await db.calls.get(`${ORIGIN}#C-1`)).toMatchObject({
      leadBasis: 'over-threshold-no-reasons',
      facts: { note: 'hi' },
    });
  });

  it('counts a reason as used once it was given, also where it was changed or taken back', async () => {
    await play('C-1', 0, 70 * s);
    const give = (id: string, at: number): CallEvent => ({
      id: `g-${id}`,
      type: 'reasonGiven',
      at,
      by: 'Dana Ruiz',
      reason: id,
      given: { id, name: id, isLead: true },
    });
    await act('a', `${ORIGIN}#C-1`, () => [give('first', 80 * s), give('second', 90 * s)]);
    await act('b', `${ORIGIN}#C-1`, () => [
      { id: 'u', type: 'undone', at: 99 * s, by: 'Dana Ruiz', undoes: 'g-second' },
    ]);
    expect((await db.calls.get(`${ORIGIN}#C-1`))?.reason?.id).toBe('first');
    expect(await reasonsInUse()).toEqual(new Set(['first', 'second']));
  });

  it('refuses to act on a call that is not there', async () => {
    await expect(act('a', 'nowhere', () => [])).rejects.toThrow('no longer kept');
  });

  it('goes on after a failure', async () => {
    await expect(act('a', 'nowhere', () => [])).rejects.toThrow();
    expect(await say(reading(0, onScreen('C-1')))).toMatchObject({ ack: 1 });
  });

  it('says that storage is full, keeps what was there, and goes on once there is room', async () => {
    await play('C-1', 0, 70 * s);
    local.full = true;
    await expect(say(reading(200 * s, onScreen('C-2', { since: 200 * s })))).rejects.toThrow(StorageFull);
    expect((await readConfig()).trouble).toBe('troubleStorageFull');
    expect(await db.calls.count()).toBe(1);
    local.full = false;
    seq -= 1;
    expect(await say(reading(200 * s, onScreen('C-2', { since: 200 * s })))).toMatchObject({ changed: true });
    expect((await readConfig()).trouble).toBeNull();
  });
});

describe('a database that was lost', () => {
  it('is put back from the journal, to the last event, and the person is told', async () => {
    await play('C-1', 0, 70 * s);
    await play('C-2', 100 * s, null);
    const before = await db.calls.toArray();
    await db.delete({ disableAutoOpen: false });
    await say(reading(300 * s));
    expect(await db.calls.toArray()).toEqual(before);
    expect((await readConfig()).trouble).toBe('troubleRestored');
  });

  it('is put back from snapshots and journal together', async () => {
    await play('C-1', 0, 70 * s);
    await packAway();
    await play('C-2', 100 * s, null);
    const before = await db.calls.toArray();
    await db.delete({ disableAutoOpen: false });
    await say(reading(300 * s));
    expect(await db.calls.toArray()).toEqual(before);
  });

  it('is no loss on a first start', async () => {
    await say(reading(0));
    expect((await readConfig()).trouble).toBeNull();
  });

  it('lacks single events after a kill between journal and database: they are put back at the next start', async () => {
    await play('C-1', 0, 70 * s);
    const whole = await db.calls.get(`${ORIGIN}#C-1`);
    await db.calls.delete(`${ORIGIN}#C-1`);
    // The next life of the worker.
    vi.resetModules();
    const next = await import('@/lib/store/writer.ts');
    await next.sweepCalls(() => false);
    expect(await db.calls.get(`${ORIGIN}#C-1`)).toEqual(whole);
  });
});

describe('the journal', () => {
  it('is trimmed only into a snapshot that holds the same', async () => {
    await play('C-1', 0, 70 * s);
    const journal = await entries();
    expect(await packJournal(Date.UTC(2026, 10, 23))).toBe(journal.length);
    expect(await entries()).toEqual([]);
    expect(await Array.fromAsync(snapshots())).toEqual([journal]);
    expect([...local.data.keys()]).toContain('snapshot:2026-11-23T00:00:00.000Z');
  });

  it('is packed only once the database has all of it', async () => {
    await play('C-1', 0, 70 * s);
    const whole = await db.calls.get(`${ORIGIN}#C-1`);
    await db.calls.delete(`${ORIGIN}#C-1`);
    await packAway();
    expect(await db.calls.get(`${ORIGIN}#C-1`)).toEqual(whole);
  });

  it('with nothing in it makes no snapshot', async () => {
    expect(await packJournal(0)).toBe(0);
    expect([...local.data.keys()]).toEqual([]);
  });
});

describe('queries', () => {
  it('hand over every call of the range once, also where many started in one millisecond', async () => {
    const call = async (id: string, startedAt: number) => {
      const row = await db.calls.get(`${ORIGIN}#C-1`);
      if (row) await db.calls.put({ ...row, id, startedAt });
    };
    await play('C-1', 0, 70 * s);
    for (let i = 0; i < 5; i++) await call(`same-${i}`, 50);
    await call('later', 60);
    const met: string[] = [];
    await eachCallBetween(
      { from: 0, to: 60 },
      null,
      (calls) => {
        met.push(...calls.map((c) => c.id));
      },
      new AbortController().signal,
      2,
    );
    expect(met).toEqual([`${ORIGIN}#C-1`, 'same-0', 'same-1', 'same-2', 'same-3', 'same-4']);
    expect(await callsStartedBetween(50, 60)).toHaveLength(5);
  });

  it('stop when the person cancels', async () => {
    await play('C-1', 0, 70 * s);
    const aborted = AbortSignal.abort(new Error('cancelled'));
    await expect(eachCallBetween({ from: 0, to: 9 * s }, null, () => undefined, aborted)).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('what the overlay shows', () => {
  it('is the open and just ended calls of its own tab, and only of that', async () => {
    await play('C-1', 0, 70 * s);
    await say(reading(80 * s, onScreen('C-2', { since: 80 * s })));
    const shown = await overlayState(1, 'watcher-1', 5, await readConfig());
    expect(shown.calls.map((c) => [c.id, c.state])).toEqual([
      [`${ORIGIN}#C-2`, 'ringing'],
      [`${ORIGIN}#C-1`, 'unbooked'],
    ]);
    expect(shown).toMatchObject({ ack: 5, reasonsMissing: true, thresholdMs: 60 * s });
    expect((await overlayState(2, null, 0, await readConfig())).calls).toEqual([]);
  });

  it('leaves out what ended longer ago than the wrap-up time', async () => {
    await play('C-1', 0, 70 * s);
    await say(reading(71 * s + 120 * s + 1));
    expect((await overlayState(1, 'watcher-1', 5, await readConfig())).calls).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['(555) 010-2234', '+1 555 010 2234', true],
    ['020 7946 0958', '+44 20 7946 0958', true],
    ['5550102234', '5550102235', false],
    ['2055550123', '3055550123', false],
    ['101', '101', true],
    ['101', '5550100101', false],
    ['', '', false],
    ['Anonymous', 'Anonymous', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameNumber(a, b)).toBe(same);
    expect(sameNumber(b, a)).toBe(same);
    if (same) expect(numberKey(a)).toBe(numberKey(b));
  });
});
