/** What is played on each product's page, and what each call must then be. */
import { expect } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import type { Caller } from './phone.ts';
import type { OnPage, Scenario } from './product.ts';
import type { Shift } from './shift.ts';

const MARIA: Caller = { from: '+15125550142', name: 'Maria Lopez', campaign: 'Plumbing' };
const OMAR: Caller = { from: '+17375550119', name: 'Omar Haddad', campaign: 'Plumbing' };

/** A call that is to be over the threshold lasts longer than this, ms; in `short` the threshold is the shipped one. */
export const THRESHOLD_MS = 1_000;
/** Longer than any profile's grace time and the rest between two readings: what is out of sight now has gone, ms. */
const GONE_MS = 2_500;

const NOT_ANSWERED = { classification: 'abandoned', cause: 'not-answered', answeredAt: null };
const UNBOOKED = { classification: 'unbooked', review: null, cause: null };

/** The scenarios. Each begins on a page without calls. */
export const scenarios: Record<Scenario, (shift: Shift) => Promise<void>> = {
  async 'not answered'(shift) {
    const call = await shift.ring(MARIA);
    await shift.phone.miss(call.id);
    const [kept] = await shift.kept(NOT_ANSWERED);
    await shift.endedTruly(kept, call);
  },

  async short(shift) {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    await shift.hangUp(call);
    const [kept] = await shift.kept({ classification: 'excused', end: 'seen' });
    await shift.endedTruly(kept, call);
  },

  async unbooked(shift) {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    await shift.lasted(THRESHOLD_MS);
    await shift.phone.hangUp(call.id);
    const [kept] = await shift.kept(UNBOOKED);
    await shift.endedTruly(kept, call);
  },

  async booked(shift) {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    if (shift.product.books === 'after the end') return bookAfterEnd(shift, call);
    const job = await shift.phone.book(call.id);
    const named = shift.product.namesJob ? { facts: expect.objectContaining({ job }) } : {};
    await shift.kept({ endedAt: null, events: has('booked'), ...named });
    await shift.lasted(THRESHOLD_MS);
    await shift.hangUp(call);
    const [kept] = await shift.kept({ classification: 'booked', ...named });
    isOnce(kept, 'booked');
    await shift.endedTruly(kept, call);
  },

  async cancelled(shift) {
    const call = await shift.ring(MARIA);
    await shift.phone.cancel(call.id);
    const [kept] = await shift.kept(NOT_ANSWERED);
    await shift.endedTruly(kept, call);
  },

  async rejected(shift) {
    const call = await shift.ring(MARIA);
    if (!shift.product.reject) throw new Error('there is no control to reject with');
    await shift.product.reject(shift.page, call, shift.phone);
    const [kept] = await shift.kept({ classification: 'abandoned', cause: 'rejected', answeredAt: null });
    await shift.endedTruly(kept, call);
  },

  async 'two at once'(shift) {
    const first = await shift.ring(MARIA);
    const second = await shift.ring(OMAR, 1);
    await shift.answer(first);
    await shift.phone.cancel(second.id);
    const [, gone] = await shift.kept({ endedAt: null }, NOT_ANSWERED);
    await shift.endedTruly(gone, second);
    const third = await shift.ring(OMAR, 2);
    await shift.lasted(THRESHOLD_MS);
    await shift.hangUp(first);
    const [kept] = await shift.kept(UNBOOKED, NOT_ANSWERED, { endedAt: null });
    await shift.endedTruly(kept, first);
    await shift.answer(third, 2);
    await shift.lasted(THRESHOLD_MS, 2);
    await shift.hangUp(third);
    const [, , last] = await shift.kept(UNBOOKED, NOT_ANSWERED, UNBOOKED);
    await shift.endedTruly(last, third);
  },

  async 'same number twice'(shift) {
    const first = await shift.ring(MARIA);
    await shift.answer(first);
    await shift.lasted(THRESHOLD_MS);
    await shift.phone.hangUp(first.id);
    await shift.kept(UNBOOKED);
    const second = await shift.ring(MARIA, 1);
    // Put through, it is talked on like the first.
    const through = shift.product.arrives === 'connected';
    if (through) await shift.lasted(THRESHOLD_MS, 1);
    await shift.phone.cancel(second.id);
    const [talked, rang] = await shift.kept(UNBOOKED, through ? UNBOOKED : NOT_ANSWERED);
    await shift.endedTruly(talked, first);
    await shift.endedTruly(rang, second);
  },

  async 'noise, minimised'(shift) {
    const { phone, product, page } = shift;
    const call = await shift.ring(MARIA);
    await phone.noise();
    await shift.answer(call);
    await phone.noise();
    await product.minimise?.(page, call, phone);
    await phone.minimise();
    await shift.passed((await phone.now()) + GONE_MS);
    await phone.noise();
    await product.restore?.(page, call, phone);
    await phone.restore();
    await shift.passed((await phone.now()) + GONE_MS);
    await shift.kept({ endedAt: null, onHold: false });
    await phone.hangUp(call.id);
    const [kept] = await shift.kept(UNBOOKED);
    isOnce(kept, 'ended');
    await shift.endedTruly(kept, call);
  },

  async lingering(shift) {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    await shift.lasted(THRESHOLD_MS);
    await shift.phone.hangUp(call.id);
    const [kept] = await shift.kept(UNBOOKED);
    expect(await shift.product.lingers?.(shift.page, call), 'the box of the ended call is still there').toBe(
      true,
    );
    await shift.endedTruly(kept, call);
  },
};

/** What the call came to is said in the wrap-up: it stays unbooked, one click away from booked. */
async function bookAfterEnd(shift: Shift, call: OnPage): Promise<void> {
  await shift.lasted(THRESHOLD_MS);
  await shift.hangUp(call);
  await shift.kept(UNBOOKED);
  await shift.phone.book(call.id);
  const [kept] = await shift.kept({ ...UNBOOKED, review: 'booked-after-end' });
  isOnce(kept, 'booked');
  await shift.endedTruly(kept, call);
}

/** The event is in the list. */
function has(type: string): unknown {
  return expect.arrayContaining([expect.objectContaining({ type })]);
}

/** The event is on the call exactly once. */
function isOnce(call: Call | undefined, type: Call['events'][number]['type']): void {
  expect(call?.events.filter((e) => e.type === type)).toHaveLength(1);
}
