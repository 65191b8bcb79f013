import { describe, expect, it } from 'vitest';
import { act, newExchange, nextRingOut, settle } from './exchange.ts';
import type { Action, PhoneCall } from './phone.ts';

const RING: Action = { do: 'ring', from: '+15125550142' };

/** Does the actions one second apart, from 0 ms. */
function play(...actions: Action[]) {
  return actions.reduce(
    (exchange, action, index) => act(exchange, action, index * 1000).exchange,
    newExchange(),
  );
}

const only = (...actions: Action[]) => play(...actions).calls[0] as PhoneCall;
const C = 'C-20417';

describe('the demo’s telephone line', () => {
  it('gives every call its own id, counting up', () => {
    expect(play(RING, RING).calls.map((call) => call.id)).toEqual(['C-20417', 'C-20418']);
  });

  it('does not ring an id twice', () => {
    const again: Action = { do: 'ring', from: '+15125550100', id: 'C-9' };
    expect(play(again, again).calls).toHaveLength(1);
  });

  it('connects the phone when a ringing call is claimed', () => {
    expect(only(RING, { do: 'claim', call: C, csr: 'Dana Ruiz' })).toMatchObject({
      claimedBy: 'Dana Ruiz',
      answeredAt: 1000,
      answeredOn: 'crm',
      endedAt: null,
    });
  });

  it('connects a call on a desk phone without a claim, and lets it be claimed later', () => {
    const desk: Action = { do: 'deskAnswer', call: C };
    expect(only(RING, desk)).toMatchObject({ answeredAt: 1000, answeredOn: 'desk', claimedBy: null });
    expect(only(RING, desk, { do: 'claim', call: C, csr: 'Dana Ruiz' })).toMatchObject({
      answeredAt: 1000,
      answeredOn: 'desk',
      claimedBy: 'Dana Ruiz',
    });
  });

  it('gives a claim to the first only', () => {
    const first: Action = { do: 'claim', call: C, csr: 'Marcus Webb' };
    expect(only(RING, first, { do: 'claim', call: C, csr: 'Dana Ruiz' }).claimedBy).toBe('Marcus Webb');
  });

  it('gives a lost race to the rival, once', () => {
    const claim = (call: string): Action => ({ do: 'claim', call, csr: 'Dana Ruiz' });
    const race: Action = { do: 'loseNextClaimTo', csr: 'Priya Nair' };
    const { calls } = play(RING, RING, race, claim('C-20417'), claim('C-20418'));
    expect(calls.map((call) => call.claimedBy)).toEqual(['Priya Nair', 'Dana Ruiz']);
  });

  it('lets another CSR take a call over after it was answered', () => {
    const taken: Action = { do: 'takenBy', call: C, csr: 'Tom Okafor' };
    expect(only(RING, { do: 'claim', call: C, csr: 'Dana Ruiz' }, taken)).toMatchObject({
      claimedBy: 'Tom Okafor',
      answeredAt: 1000,
    });
  });

  it('ends a call that rings out at the moment the caller gave up, however late that is looked at', () => {
    const ringing = play({ ...RING, ringsForMs: 5000 } as Action);
    expect(nextRingOut(ringing)).toBe(5000);
    expect(settle(ringing, 4999)).toBe(ringing);
    expect(settle(ringing, 5000).calls[0]?.endedAt).toBe(5000);
    expect(settle(ringing, 60_000).calls[0]).toMatchObject({ endedAt: 5000, endedBy: 'rang-out' });
  });

  it('does not ring out a call that was answered', () => {
    const answered = act(play({ ...RING, ringsForMs: 5000 } as Action), { do: 'deskAnswer', call: C }, 4000);
    expect(nextRingOut(answered.exchange)).toBeNull();
    expect(settle(answered.exchange, 60_000).calls[0]?.endedAt).toBeNull();
  });

  it('rejects only while it rings', () => {
    expect(only(RING, { do: 'reject', call: C })).toMatchObject({ endedAt: 1000, endedBy: 'rejected' });
    expect(only(RING, { do: 'deskAnswer', call: C }, { do: 'reject', call: C }).endedAt).toBeNull();
  });

  it('holds and resumes, and is off hold once it has ended', () => {
    const held: Action[] = [RING, { do: 'deskAnswer', call: C }, { do: 'hold', call: C }];
    expect(only(...held).heldAt).toBe(2000);
    expect(only(...held, { do: 'resume', call: C }).heldAt).toBeNull();
    expect(only(...held, { do: 'endCall', call: C })).toMatchObject({
      heldAt: null,
      endedBy: 'csr',
      endedAt: 3000,
    });
  });

  it('changes nothing for a call that has ended or never was', () => {
    const ended = play(RING, { do: 'hangUp', call: C });
    for (const action of [
      { do: 'claim', call: C, csr: 'Dana Ruiz' },
      { do: 'deskAnswer', call: C },
      { do: 'hangUp', call: C },
      { do: 'hold', call: C },
      { do: 'hangUp', call: 'C-1' },
    ] as Action[]) {
      expect(act(ended, action, 9000).exchange).toEqual(ended);
    }
  });

  it('closes a bubble only after the end', () => {
    expect(only(RING, { do: 'close', call: C }).closed).toBe(false);
    expect(only(RING, { do: 'hangUp', call: C }, { do: 'close', call: C }).closed).toBe(true);
  });

  it('numbers jobs and notes them on the call they were booked from', () => {
    const job = {
      customer: 'A',
      phone: '',
      address: '',
      type: 'Leak repair',
      day: '2026-11-24',
      hour: 8,
      technician: '',
    };
    const before = play(RING);
    const first = act(before, { do: 'book', job: { ...job, call: C } }, 1000);
    const second = act(first.exchange, { do: 'book', job: { ...job, call: null } }, 2000);
    expect([first.result, second.result]).toEqual(['48213', '48214']);
    expect(second.exchange.calls[0]?.jobs).toEqual(['48213']);
    expect(second.exchange.jobs).toHaveLength(2);
  });

  it('is connected on an outbound call once the other side picks up', () => {
    const dial: Action = { do: 'dial', to: '+15125550117', csr: 'Dana Ruiz' };
    expect(only(dial)).toMatchObject({ direction: 'outbound', answeredAt: null });
    expect(only(dial, { do: 'remoteAnswer', call: C })).toMatchObject({
      answeredAt: 1000,
      answeredOn: 'remote',
    });
  });

  it('refuses an action it does not know', () => {
    expect(() => act(newExchange(), { do: 'dance' } as never, 0)).toThrow('dance');
  });
});
