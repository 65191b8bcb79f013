import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/store/config.ts';
import { Refused } from '@/lib/worker/edge.ts';
import {
  checkCorrection,
  checkFollowUp,
  checkReasonGiven,
  checkReasons,
  checkSettings,
} from '@/lib/worker/shapes.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const ID = '0f8b1c52-7a6d-4c1e-9d53-2f7f0a1b2c3d';

describe('settings', () => {
  it('as shipped, and at the bounds of their fields, pass as they are', () => {
    expect(checkSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
    const wide = { ...DEFAULT_SETTINGS, thresholdMs: 600_000, wrapUpMs: 0, shortAbandonMs: 120_000 };
    expect(checkSettings(wide)).toEqual(wide);
    for (const timeZone of ['America/Chicago', 'UTC', 'Asia/Kolkata', null]) {
      expect(checkSettings({ ...DEFAULT_SETTINGS, timeZone }).timeZone).toBe(timeZone);
    }
  });

  it.each([
    ['no threshold', { thresholdMs: 0 }],
    ['a negative threshold', { thresholdMs: -60_000 }],
    ['a threshold beyond all calls', { thresholdMs: 600_001 }],
    ['half a millisecond', { thresholdMs: 1000.5 }],
    ['a number that is none', { wrapUpMs: Number.NaN }],
    ['a wrap-up time as text', { wrapUpMs: '120000' }],
    ['an unknown choice', { bookedUnderThreshold: 'unbooked' }],
    ['a callback target after cold', { callbackTargetMs: 7_200_000, coldMs: 3_600_000 }],
    ['a time zone that is none', { timeZone: 'America/Springfield' }],
    ['an offset as a time zone', { timeZone: '+01:00' }],
    ['a key that is no setting', { threshold: 60 }],
  ])('with %s are refused', (_, part) => {
    expect(() => checkSettings({ ...DEFAULT_SETTINGS, ...part })).toThrow(Refused);
  });

  it('of which one is missing are refused', () => {
    const { coldMs, ...rest } = DEFAULT_SETTINGS;
    expect(() => checkSettings({ ...rest })).toThrow(/malformed setting \(at coldMs\)/);
    expect(coldMs).toBeGreaterThan(0);
  });
});

describe('call reasons', () => {
  const price = { id: 'price', name: 'Price shopping', isLead: true, active: true };

  it('pass with their names trimmed', () => {
    const spam = { id: 'spam', name: ' Spam ', isLead: false, active: false, sort: 1 };
    expect(checkReasons([price, spam])).toEqual([price, { ...spam, name: 'Spam' }]);
  });

  it.each([
    ['a nameless one', [{ ...price, name: '  ' }]],
    ['a name of 61 characters', [{ ...price, name: 'x'.repeat(61) }]],
    ['one name twice, however written', [price, { ...price, id: 'other', name: 'price SHOPPING ' }]],
    ['one id twice', [price, { ...price, name: 'Other' }]],
    ['no id', [{ ...price, id: '' }]],
    ['an id of 65 characters', [{ ...price, id: 'x'.repeat(65) }]],
    ['a flag that is neither', [{ ...price, isLead: 'yes' }]],
    ['a foreign key', [{ ...price, color: 'red' }]],
    [
      'more than anybody reads',
      Array.from({ length: 201 }, (_, n) => ({ ...price, id: `${n}`, name: `${n}` })),
    ],
  ])('with %s are refused', (_, list) => {
    expect(() => checkReasons(list)).toThrow(Refused);
  });
});

describe('what people do to a call', () => {
  it('passes: follow-ups, a dismissal with its reason, corrections, a reason given or taken back', () => {
    expect(checkFollowUp({ call: 'c', as: 'called-back' })).toEqual({ call: 'c', as: 'called-back' });
    expect(checkFollowUp({ call: 'c', as: 'dismissed', why: ' Spam ' }).why).toBe('Spam');
    expect(checkCorrection({ call: 'c', to: 'not-lead' }).to).toBe('not-lead');
    expect(checkReasonGiven({ id: ID, call: 'c', reason: null }).reason).toBeNull();
  });

  it.each([
    ['a follow-up that only the rules can give', () => checkFollowUp({ call: 'c', as: 'reached-us-again' })],
    ['a dismissal that does not say why', () => checkFollowUp({ call: 'c', as: 'dismissed', why: ' ' })],
    ['a follow-up of no call', () => checkFollowUp({ call: '', as: 'open' })],
    ['a correction to what no call can be', () => checkCorrection({ call: 'c', to: 'ringing' })],
    [
      'a correction with an endless word',
      () => checkCorrection({ call: 'c', to: 'booked', why: 'x'.repeat(301) }),
    ],
    ['a reason that is no id', () => checkReasonGiven({ id: ID, call: 'c', reason: 7 })],
    [
      'a reason whose request has no id of its own',
      () => checkReasonGiven({ id: '1', call: 'c', reason: null }),
    ],
    ['nothing at all', () => checkReasonGiven(null)],
  ])('%s is refused', (_, ask) => {
    expect(ask).toThrow(Refused);
  });
});
