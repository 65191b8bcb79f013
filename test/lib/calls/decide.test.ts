import { describe, expect, it } from 'vitest';
import { Desk, ORIGIN, onScreen, reading } from './desk.ts';

const s = 1_000;

describe('a reading', () => {
  it('of a bubble that was never seen begins a call where it was first seen', () => {
    const desk = new Desk();
    desk.say('w', reading(5 * s, onScreen('C-1', { since: 4 * s, name: 'Ana Ortiz', campaign: 'Ads' })));
    expect(desk.only()).toMatchObject({
      id: `${ORIGIN}#C-1`,
      startedAt: 4 * s,
      crm: 'Example',
      facts: { from: '(555) 010-2234', name: 'Ana Ortiz', campaign: 'Ads' },
      classification: null,
    });
  });

  it('repeated adds nothing', () => {
    const desk = new Desk();
    desk.say('w', reading(1 * s, onScreen('C-1')));
    expect(desk.say('w', reading(21 * s, onScreen('C-1')))?.news).toEqual([]);
    expect(desk.say('w', reading(41 * s, onScreen('C-1')))?.news).toEqual([]);
  });

  it('delivered twice under one number is taken once', () => {
    const desk = new Desk();
    desk.hear('w', 1, reading(1 * s, onScreen('C-1')));
    expect(desk.hear('w', 1, reading(1 * s, onScreen('C-1')))).toBeNull();
    expect(desk.only().events).toHaveLength(1);
  });

  it('of a bubble that was over before anybody watched begins no call', () => {
    const desk = new Desk();
    desk.say('w', reading(1 * s, onScreen('C-1', { state: 'ended' })));
    expect(desk.calls.size).toBe(0);
  });

  it('of a call found connected begins it and connects it', () => {
    const desk = new Desk(['claim', 'connection']);
    desk.say('w', reading(2 * s, onScreen('C-1', { state: 'connected', stateSince: 1 * s })));
    expect(desk.only()).toMatchObject({ startedAt: 0, connectedAt: 1 * s, answeredAt: null });
  });

  it('corrects the caller that a page showed late', () => {
    const desk = new Desk();
    desk.say('w', reading(1 * s, onScreen('C-1', { from: '(555) 010-0001' })));
    desk.say('w', reading(2 * s, onScreen('C-1', { from: '(555) 010-0002' })));
    expect(desk.only().facts.from).toBe('(555) 010-0002');
  });

  it('ends a call at the moment the page gives, however much later it arrives', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', { kind: 'gesture', is: 'claim', at: 2 * s, agent: 'Dana Ruiz', call: onScreen('C-1') });
    desk.say('w', reading(300 * s, onScreen('C-1', { state: 'ended', stateSince: 63 * s })));
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 61 * s, end: 'seen' });
  });

  it('that drops a call without a word ends it at its last sighting, inferred', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', reading(20 * s, onScreen('C-1')));
    desk.say('w', reading(30 * s));
    expect(desk.only()).toMatchObject({ endedAt: 20 * s, end: 'inferred', classification: 'abandoned' });
  });

  it('of hold and resume moves the call between them', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1', { state: 'connected', stateSince: 0 })));
    desk.say('w', reading(10 * s, onScreen('C-1', { state: 'held', stateSince: 10 * s })));
    expect(desk.only().onHold).toBe(true);
    desk.say('w', reading(20 * s, onScreen('C-1', { state: 'connected', stateSince: 20 * s })));
    expect(desk.only().onHold).toBe(false);
  });

  it('with another CSR’s name on the call makes it taken, and no abandoned call here', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say(
      'w',
      reading(5 * s, onScreen('C-1', { state: 'taken', claimedBy: 'Sam Lee', stateSince: 5 * s })),
    );
    desk.say('w', reading(50 * s, onScreen('C-1', { state: 'ended', stateSince: 50 * s })));
    expect(desk.only()).toMatchObject({ taken: true, classification: null, followUp: null, endedAt: 50 * s });
  });

  it('of an outbound call keeps it unclassified', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1', { direction: 'outbound', state: 'connected' })));
    desk.say('w', reading(90 * s, onScreen('C-1', { state: 'ended', stateSince: 90 * s })));
    expect(desk.only()).toMatchObject({ direction: 'outbound', classification: null });
  });
});

describe('out of sight', () => {
  const claim = {
    kind: 'gesture',
    is: 'claim',
    at: 1 * s,
    agent: 'Dana Ruiz',
    call: onScreen('C-1'),
  } as const;
  const vanished = (at: number) => onScreen('C-1', { state: 'ended', stateSince: at, vanished: true });

  it('in the only tab is the end of the call, when it was last seen', () => {
    const desk = new Desk();
    desk.say('w', claim);
    desk.say('w', reading(72 * s, vanished(70 * s)));
    expect(desk.only()).toMatchObject({ classification: 'unbooked', end: 'seen', talkMs: 69 * s });
  });

  it('ends nothing while another tab shows the call', () => {
    const desk = new Desk();
    desk.say('a', claim, { tabId: 1 });
    desk.say('b', reading(2 * s, onScreen('C-1')), { tabId: 2 });
    desk.say('b', reading(9 * s, vanished(7 * s)), { tabId: 2 });
    expect(desk.only().endedAt).toBeNull();
    desk.say('a', reading(90 * s, onScreen('C-1', { state: 'ended', stateSince: 90 * s })), { tabId: 1 });
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 89 * s });
  });

  it('is no end once the call shows again', () => {
    const desk = new Desk();
    desk.say('w', claim);
    desk.say('w', reading(12 * s, vanished(10 * s)));
    desk.say('w', reading(20 * s, onScreen('C-1', { state: 'connected', stateSince: 1 * s })));
    expect(desk.only()).toMatchObject({ endedAt: null, classification: null });
    desk.say('w', reading(80 * s, onScreen('C-1', { state: 'ended', stateSince: 80 * s })));
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 79 * s });
  });

  it('leaves a call that shows again on hold on hold', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1', { state: 'held', stateSince: 0 })));
    desk.say('w', reading(12 * s, vanished(10 * s)));
    desk.say('w', reading(20 * s, onScreen('C-1', { state: 'held', stateSince: 0 })));
    expect(desk.only()).toMatchObject({ endedAt: null, onHold: true });
  });
});

describe('a call of another CSR', () => {
  it('is taken also where the page does not say by whom', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1', { state: 'taken' })));
    desk.say('w', reading(50 * s, onScreen('C-1', { state: 'ended', stateSince: 50 * s })));
    expect(desk.only()).toMatchObject({ taken: true, classification: null });
  });

  it('is taken also where the name was first seen at the end', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    const ended = onScreen('C-1', { state: 'ended', stateSince: 50 * s, claimedBy: 'Sam Lee' });
    desk.say('w', reading(50 * s, ended));
    expect(desk.only()).toMatchObject({ taken: true, classification: null });
  });

  it('that was handed over keeps the rules of that moment', () => {
    const desk = new Desk();
    desk.say('w', { kind: 'gesture', is: 'claim', at: 0, agent: 'Dana Ruiz', call: onScreen('C-1') });
    const theirs = onScreen('C-1', { state: 'taken', claimedBy: 'Sam Lee', stateSince: 80 * s });
    desk.say('w', reading(80 * s, theirs));
    expect(desk.only()).toMatchObject({ handedTo: 'Sam Lee', classification: 'unbooked', endedAt: 80 * s });
    expect(desk.only().events.find((e) => e.type === 'ended')).toMatchObject({
      rules: { thresholdMs: 60 * s, reasonsSetUp: false },
    });
  });

  const mine = onScreen('C-1', { state: 'ringing', claimedBy: 'dana ruiz', stateSince: 9 * s });

  it('that this one takes over is answered from the moment its own name is on it', () => {
    const desk = new Desk();
    const said = (at: number, claimedBy: string, stateSince = at) => ({
      ...reading(at, onScreen('C-1', { state: 'taken', claimedBy, stateSince })),
      agent: 'Dana Ruiz',
    });
    desk.say('w', { ...reading(0, onScreen('C-1')), agent: 'Dana Ruiz' });
    desk.say('w', said(5 * s, 'Sam Lee'));
    desk.say('w', { ...said(9 * s, 'dana ruiz'), calls: [mine] });
    desk.say('another tab', said(9.5 * s, 'Sam Lee', 5 * s));
    expect(desk.only()).toMatchObject({ taken: false, answeredAt: 9 * s, facts: { csr: 'dana ruiz' } });
    const ended = onScreen('C-1', { state: 'ended', stateSince: 80 * s, claimedBy: 'dana ruiz' });
    desk.say('w', { ...reading(80 * s, ended), agent: 'Dana Ruiz' });
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 71 * s });
  });

  it('that this one took over and the other took back is handed to the other', () => {
    const desk = new Desk();
    const said = (at: number, claimedBy: string, stateSince = at) => ({
      ...reading(at, onScreen('C-1', { state: 'taken', claimedBy, stateSince })),
      agent: 'Dana Ruiz',
    });
    desk.say('w', said(5 * s, 'Sam Lee'));
    desk.say('w', { ...said(9 * s, 'Dana Ruiz'), calls: [{ ...mine, claimedBy: 'Dana Ruiz' }] });
    desk.say('w', said(80 * s, 'Sam Lee'));
    expect(desk.only()).toMatchObject({ handedTo: 'Sam Lee', endedAt: 80 * s });
  });

  it('is outbound also where the page says so late', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', reading(1 * s, onScreen('C-1', { direction: 'outbound' })));
    desk.say(
      'w',
      reading(9 * s, onScreen('C-1', { direction: 'outbound', state: 'ended', stateSince: 9 * s })),
    );
    expect(desk.only()).toMatchObject({ direction: 'outbound', classification: null });
  });
});

describe('gestures', () => {
  it('claim once, by whom', () => {
    const desk = new Desk();
    const claim = { kind: 'gesture', is: 'claim', agent: 'Dana Ruiz', call: onScreen('C-1') } as const;
    desk.say('w', { ...claim, at: 1 * s });
    desk.say('w', { ...claim, at: 2 * s });
    expect(desk.only()).toMatchObject({ claimedAt: 1 * s, answeredAt: 1 * s, facts: { csr: 'Dana Ruiz' } });
    expect(desk.only().events.filter((e) => e.type === 'claimed')).toHaveLength(1);
  });

  it('on a call that the page had not been seen to show begin it', () => {
    const desk = new Desk();
    desk.say('w', { kind: 'gesture', is: 'claim', at: 100, call: onScreen('C-1', { since: 90 }) });
    expect(desk.only()).toMatchObject({ startedAt: 90, answeredAt: 100 });
  });

  it('reject before the answer and the call is abandoned as rejected', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', { kind: 'gesture', is: 'reject', at: 3 * s, call: onScreen('C-1') });
    desk.say('w', reading(4 * s, onScreen('C-1', { state: 'ended', stateSince: 3 * s })));
    expect(desk.only()).toMatchObject({ classification: 'abandoned', cause: 'rejected', ringMs: 3 * s });
  });
});

describe('which call it is', () => {
  it('two tabs that show one id name one call, and its end in either ends it', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen('C-1')), { tabId: 1 });
    desk.say('b', reading(100, onScreen('C-1', { since: 100 })), { tabId: 2 });
    desk.say('b', { kind: 'gesture', is: 'claim', at: 2 * s, call: onScreen('C-1') }, { tabId: 2 });
    desk.say('a', reading(70 * s, onScreen('C-1', { state: 'ended', stateSince: 70 * s })), { tabId: 1 });
    // The other tab lags behind: what it still shows does not bring the call back.
    desk.say('b', reading(71 * s, onScreen('C-1', { state: 'connected', stateSince: 2 * s })), { tabId: 2 });
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 68 * s });
  });

  it('two tabs without ids find one call by number and moment', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)), { tabId: 1 });
    desk.say('b', reading(300, onScreen(undefined, { since: 200, from: '+1 555 010 2234' })), { tabId: 2 });
    expect(desk.calls.size).toBe(1);
  });

  it('a tab opened in mid-call finds the call that goes on, without an id too', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)), { tabId: 1 });
    desk.say('b', reading(40 * s), { tabId: 2 });
    desk.say('b', reading(41 * s, onScreen(undefined, { since: 41 * s, state: 'connected' })), { tabId: 2 });
    expect(desk.calls.size).toBe(1);
  });

  it('the same caller in a tab, long after another tab was closed with the call on it, is a second call', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)), { tabId: 1 });
    desk.say('a', { kind: 'farewell', at: 5 * s }, { tabId: 1 });
    desk.sweep(5 * s, () => true);
    desk.say('b', reading(600 * s, onScreen(undefined, { since: 600 * s })), { tabId: 2 });
    expect(desk.calls.size).toBe(2);
  });

  it('a number that rings while it is talked to in another tab is a second call', () => {
    const desk = new Desk();
    desk.say('a', reading(1 * s, onScreen(undefined, { state: 'connected', stateSince: 1 * s })), {
      tabId: 1,
    });
    desk.say('b', reading(40 * s, onScreen(undefined, { since: 40 * s })), { tabId: 2 });
    expect(desk.calls.size).toBe(2);
  });

  it('a page gone without a farewell is gone on with, though its last word is a repeat ago', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('b', reading(21 * s, onScreen(undefined, { since: 21 * s })));
    expect(desk.calls.size).toBe(1);
  });

  it('two lines of one number keep their places over a reload, by key', () => {
    const desk = new Desk();
    const line = (screenId: string, key: string, since: number) =>
      onScreen(undefined, { screenId, key, since, from: '(555) 010-2234' });
    desk.say('a', reading(0, line('s1', '1', 0), line('s2', '2', 0)));
    desk.say('a', { kind: 'gesture', is: 'claim', at: 1 * s, call: line('s1', '1', 0) });
    desk.say('a', { kind: 'farewell', at: 2 * s });
    desk.say('b', reading(3 * s, line('s1', '2', 3 * s), line('s2', '1', 3 * s)));
    desk.say(
      'b',
      reading(9 * s, line('s1', '2', 3 * s), {
        ...line('s2', '1', 3 * s),
        state: 'ended',
        stateSince: 9 * s,
      }),
    );
    expect(desk.calls.size).toBe(2);
    expect([...desk.calls.values()].map((c) => c.classification)).toEqual(['excused', null]);
  });

  it('the same number again in one document is a second call', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('a', reading(9 * s, onScreen(undefined, { state: 'ended', stateSince: 9 * s })));
    desk.say('a', reading(10 * s, onScreen(undefined, { screenId: 's2', since: 10 * s })));
    expect(desk.calls.size).toBe(2);
  });

  it('a page that is loaded again in mid-call goes on with the call, by id', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen('C-1')));
    desk.say('a', { kind: 'gesture', is: 'claim', at: 1 * s, call: onScreen('C-1') });
    desk.say('a', { kind: 'farewell', at: 30 * s });
    desk.say('b', reading(32 * s, onScreen('C-1', { state: 'connected', since: 32 * s })));
    desk.say('b', reading(80 * s, onScreen('C-1', { state: 'ended', stateSince: 80 * s })));
    expect(desk.only()).toMatchObject({
      startedAt: 0,
      classification: 'unbooked',
      talkMs: 79 * s,
      end: 'seen',
    });
  });

  it('a page that is loaded again in mid-call goes on with the call, by number', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('a', { kind: 'farewell', at: 30 * s });
    desk.say('b', reading(32 * s, onScreen(undefined, { since: 32 * s })));
    expect(desk.calls.size).toBe(1);
  });
});

describe('the frames of a tab', () => {
  const frame = { frameId: 7 };

  it('two frames that show one number are one call, whatever each tells its lines apart by', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined, { key: 'line 1' })));
    desk.say(
      'b',
      reading(300, onScreen(undefined, { key: '88', since: 200, from: '+1 555 010 2234' })),
      frame,
    );
    expect(desk.calls.size).toBe(1);
  });

  it('a number that each frame writes in its own way is noted once, however often they repeat it', () => {
    const desk = new Desk();
    for (const at of [500, 1000, 1500]) {
      desk.say('a', reading(at, onScreen(undefined, { from: '+15550102234' })));
      desk.say('b', reading(at + 100, onScreen(undefined, { since: 200, from: '(555) 010-2234' })), frame);
    }
    expect(desk.only().facts.from).toBe('+15550102234');
    expect(desk.only().events.map(({ type }) => type)).toEqual(['rang']);
  });

  it('a frame without the number shows the call that the tab has', () => {
    const desk = new Desk(['claim', 'connection']);
    desk.say('a', reading(0, onScreen(undefined)));
    const part = { from: undefined, since: 500 } as never;
    desk.say('b', reading(600, onScreen(undefined, part)), frame);
    desk.say('b', { kind: 'gesture', is: 'claim', at: 2 * s, call: onScreen(undefined, part) }, frame);
    desk.say(
      'b',
      reading(3 * s, onScreen(undefined, { ...(part as object), state: 'connected', stateSince: 3 * s })),
      frame,
    );
    expect(desk.only()).toMatchObject({
      claimedAt: 2 * s,
      connectedAt: 3 * s,
      facts: { from: '(555) 010-2234' },
    });
  });

  it('a frame that has nothing but a number takes up the call that the tab showed without one', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined, { from: undefined } as never)));
    desk.say('b', reading(600, onScreen(undefined, { since: 600 })), frame);
    expect(desk.only().facts.from).toBe('(555) 010-2234');
  });

  it('the CRM’s id that only one frame has, and the number that another showed before, are one call', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('b', reading(400, onScreen('C-1', { since: 400 })), frame);
    desk.say('b', reading(500, onScreen('C-1', { since: 400, name: 'Ada' })), frame);
    desk.say('b', { kind: 'booking', at: 600, job: '7', call: 'C-1' }, frame);
    expect(desk.only()).toMatchObject({ facts: { name: 'Ada', job: '7' } });
    // A tab that is opened in mid-call finds it by that id, without a number.
    desk.say('c', reading(700, onScreen('C-1', { since: 700, from: undefined } as never)), { tabId: 2 });
    expect(desk.calls.size).toBe(1);
  });

  it('an id that the page fills in after the call was told ties a job to it, and finds it in another tab', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('a', reading(900, onScreen('C-1', { screenId: 's1' })));
    desk.say('a', { kind: 'booking', at: 1_000, job: '7', call: 'C-1' });
    desk.say('b', reading(2_000, onScreen('C-1', { since: 2_000, from: undefined } as never)), { tabId: 2 });
    expect(desk.only()).toMatchObject({ facts: { job: '7' } });
    expect(desk.unmatched).toEqual([]);
  });

  it('with two calls in the tab a part without a number is nobody’s but its own', () => {
    const desk = new Desk();
    const other = onScreen(undefined, { screenId: 's2', from: '(555) 010-9999' });
    desk.say('a', reading(0, onScreen(undefined), other));
    desk.say('b', reading(600, onScreen(undefined, { from: undefined, since: 600 } as never)), frame);
    expect(desk.calls.size).toBe(3);
  });

  it('a ring without a number long after is another call than the one that is talked on', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined, { state: 'connected' })));
    desk.say('b', reading(40 * s, onScreen(undefined, { from: undefined, since: 40 * s } as never)), frame);
    expect(desk.calls.size).toBe(2);
  });

  it('a caller who rings again before a frame noticed the end is claimed there as the call that rings', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen('C-1')));
    desk.say('b', reading(100, onScreen(undefined, { since: 100 })), frame);
    desk.say('a', reading(2 * s, onScreen('C-1', { state: 'ended', stateSince: 2 * s })));
    desk.say('a', reading(3 * s, onScreen('C-2', { since: 3 * s })));
    const seen = onScreen(undefined, { since: 100 });
    desk.say('b', { kind: 'gesture', is: 'claim', at: 4 * s, call: seen }, frame);
    const [first, second] = [...desk.calls.values()];
    expect(first).toMatchObject({ classification: 'abandoned', claimedAt: null });
    expect(second).toMatchObject({ claimedAt: 4 * s, endedAt: null });
    expect(desk.calls.size).toBe(2);
  });

  it('a frame that lags behind with a call that is talked on takes no call that rings since', () => {
    const desk = new Desk();
    const talks = { since: 100, state: 'connected', stateSince: s } as const;
    desk.say('a', reading(0, onScreen('C-1', { state: 'connected' })));
    desk.say('b', reading(s, onScreen(undefined, talks)), frame);
    desk.say('a', reading(2 * s, onScreen('C-1', { state: 'ended', stateSince: 2 * s })));
    desk.say('a', reading(3 * s, onScreen('C-2', { since: 3 * s })));
    desk.say('b', reading(3 * s, onScreen(undefined, talks)), frame);
    expect([...desk.calls.values()][1]).toMatchObject({ connectedAt: null, endedAt: null });
    expect(desk.calls.size).toBe(2);
  });

  it('another number in another frame is another call', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('b', reading(300, onScreen(undefined, { since: 200, from: '(555) 010-9999' })), frame);
    expect(desk.calls.size).toBe(2);
  });

  it('one frame that goes while another still shows the call ends nothing', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen(undefined)));
    desk.say('b', reading(300, onScreen(undefined, { since: 200 })), frame);
    desk.say(
      'b',
      reading(2 * s, onScreen(undefined, { state: 'ended', vanished: true, stateSince: 2 * s })),
      frame,
    );
    expect(desk.only().endedAt).toBeNull();
  });
});

describe('clocks', () => {
  it('set back between two documents shorten no call', () => {
    const desk = new Desk();
    const hour = 3_600 * s;
    desk.say('a', reading(hour, onScreen('C-1', { since: hour })));
    desk.say('a', { kind: 'gesture', is: 'claim', at: hour + 1 * s, call: onScreen('C-1', { since: hour }) });
    desk.say('a', { kind: 'farewell', at: hour + 30 * s });
    // The machine's clock went back by an hour; the new document counts from there.
    desk.say('b', reading(31 * s, onScreen('C-1', { state: 'connected', since: 31 * s })));
    desk.say('b', reading(71 * s, onScreen('C-1', { state: 'ended', stateSince: 71 * s })));
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 69 * s });
  });
});

describe('bookings', () => {
  const claim = (id: string, at: number) =>
    ({ kind: 'gesture', is: 'claim', at, call: onScreen(id, { since: 0 }) }) as const;

  it('go to the call that the page ties them to', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 1 * s));
    desk.say('w', claim('C-2', 2 * s));
    desk.say('w', { kind: 'booking', at: 9 * s, job: 'J-1', call: 'C-1' });
    expect(desk.calls.get(`${ORIGIN}#C-1`)?.facts.job).toBe('J-1');
    expect(desk.calls.get(`${ORIGIN}#C-2`)?.facts.job).toBeUndefined();
  });

  it('go to the call of this tab that was claimed last and is not on hold', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 1 * s));
    desk.say('w', claim('C-2', 2 * s));
    desk.say('w', reading(5 * s, onScreen('C-1'), onScreen('C-2', { state: 'held', stateSince: 4 * s })));
    desk.say('w', { kind: 'booking', at: 9 * s, job: 'J-1' });
    expect(desk.calls.get(`${ORIGIN}#C-1`)?.facts.job).toBe('J-1');
  });

  it('tied to a call that was never seen go to none of those that were', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 1 * s));
    desk.say('w', { kind: 'booking', at: 9 * s, job: 'J-1', call: 'C-9' });
    expect(desk.only().facts.job).toBeUndefined();
    expect(desk.unmatched).toMatchObject([{ job: 'J-1' }]);
  });

  it('go to the connected call that nobody claimed rather than to the one before', () => {
    const desk = new Desk(['claim', 'connection']);
    desk.say('w', claim('C-1', 0));
    desk.say('w', reading(1 * s, onScreen('C-1', { state: 'connected', stateSince: 1 * s })));
    desk.say('w', reading(70 * s, onScreen('C-1', { state: 'ended', stateSince: 70 * s })));
    desk.say(
      'w',
      reading(80 * s, onScreen('C-2', { state: 'connected', since: 75 * s, stateSince: 80 * s })),
    );
    desk.say('w', { kind: 'booking', at: 90 * s, job: 'J-1' });
    expect(desk.calls.get(`${ORIGIN}#C-2`)?.facts.job).toBe('J-1');
    expect(desk.calls.get(`${ORIGIN}#C-1`)?.facts.job).toBeUndefined();
  });

  it('go to no call of another tab, and are kept as unmatched', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 1 * s), { tabId: 1 });
    desk.say('v', { kind: 'booking', at: 9 * s, agent: 'Sam Lee', job: 'J-1' }, { tabId: 2 });
    expect(desk.only().facts.job).toBeUndefined();
    expect(desk.unmatched).toMatchObject([{ job: 'J-1', at: 9 * s, csr: 'Sam Lee', crm: 'Example' }]);
  });

  it('within the wrap-up time flag the call that ended in this tab', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 0));
    desk.say('w', reading(80 * s, onScreen('C-1', { state: 'ended', stateSince: 80 * s })));
    desk.say('w', { kind: 'booking', at: 200 * s, job: 'J-1' });
    expect(desk.only()).toMatchObject({ classification: 'unbooked', review: 'booked-after-end' });
    expect(desk.unmatched).toEqual([]);
  });

  it('after the wrap-up time match nothing', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 0));
    desk.say('w', reading(80 * s, onScreen('C-1', { state: 'ended', stateSince: 80 * s })));
    desk.say('w', { kind: 'booking', at: 200 * s + 1, job: 'J-1' });
    expect(desk.only().review).toBeNull();
    expect(desk.unmatched).toHaveLength(1);
  });

  it('shown twice count once', () => {
    const desk = new Desk();
    desk.say('w', claim('C-1', 0));
    desk.say('w', { kind: 'booking', at: 9 * s, job: 'J-1' });
    desk.say('w', { kind: 'booking', at: 12 * s, job: 'J-1' });
    expect(desk.only().events.filter((e) => e.type === 'booked')).toHaveLength(1);
  });
});

describe('the sweep', () => {
  it('ends a call of a closed tab at its last sighting', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', reading(20 * s, onScreen('C-1')));
    desk.sweep(25 * s, (w) => w.tabId === 1);
    expect(desk.only()).toMatchObject({ endedAt: 20 * s, end: 'inferred' });
  });

  it('moves that end on when the tab’s farewell arrives after the news of its closing', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.sweep(15 * s, () => true);
    desk.say('w', { kind: 'farewell', at: 14 * s });
    expect(desk.only()).toMatchObject({ endedAt: 14 * s, end: 'inferred' });
  });

  it('leaves a page that loads again its time, and then ends its calls', () => {
    const desk = new Desk();
    desk.say('w', reading(0, onScreen('C-1')));
    desk.say('w', { kind: 'farewell', at: 30 * s });
    desk.sweep(45 * s);
    expect(desk.only().endedAt).toBeNull();
    desk.sweep(45 * s + 1);
    expect(desk.only()).toMatchObject({ endedAt: 30 * s, end: 'inferred' });
  });

  it('leaves a call that another tab shows', () => {
    const desk = new Desk();
    desk.say('a', reading(0, onScreen('C-1')), { tabId: 1 });
    desk.say('b', reading(0, onScreen('C-1')), { tabId: 2 });
    desk.sweep(10 * s, (w) => w.tabId === 1);
    expect(desk.only().endedAt).toBeNull();
  });

  it('is undone by the call being seen again: one call, its talk time whole', () => {
    const desk = new Desk();
    desk.say('a', { kind: 'gesture', is: 'claim', at: 0, call: onScreen('C-1') });
    desk.sweep(200 * s, () => true);
    expect(desk.only()).toMatchObject({ classification: 'excused', end: 'inferred' });
    desk.say('b', reading(210 * s, onScreen('C-1', { state: 'connected', since: 205 * s })));
    expect(desk.only()).toMatchObject({ classification: null, endedAt: null });
    desk.say('b', reading(300 * s, onScreen('C-1', { state: 'ended', stateSince: 300 * s })));
    expect(desk.only()).toMatchObject({ classification: 'unbooked', talkMs: 300 * s, end: 'seen' });
  });

  it('counts silence from now where the machine’s clock was set back', () => {
    const desk = new Desk();
    desk.say('w', reading(1_000 * s, onScreen('C-1')));
    desk.sweep(400 * s);
    expect(desk.only().endedAt).toBeNull();
    desk.sweep(551 * s);
    expect(desk.only()).toMatchObject({ end: 'inferred' });
  });

  it('forgets watchers that left long ago', () => {
    const desk = new Desk();
    desk.say('w', reading(0));
    desk.say('w', { kind: 'farewell', at: 1 * s });
    desk.sweep(31 * 60 * s + 1 * s);
    expect(desk.watches.size).toBe(0);
  });
});
