import { describe, expect, it } from 'vitest';
import { text } from '@/components/text.ts';
import { addPick, pickedIn } from '@/lib/crm/pick.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const DRAFT: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://crm.acme.example/*'],
  calls: [],
};
const CALL = addPick(DRAFT, { kind: 'call', root: '#box' });

describe('a pick in a profile', () => {
  it('makes the first call of a draft, which is then a profile', () => {
    expect(CALL.calls).toEqual([{ root: '#box' }]);
    expect(validateProfile(CALL, text)).toEqual({ profile: CALL });
  });

  it('changes the call’s root and keeps all that is known of it', () => {
    const named = addPick(CALL, { kind: 'name', field: '.name' });
    expect(addPick(named, { kind: 'call', root: '.box' }).calls).toEqual([{ root: '.box', name: '.name' }]);
  });

  it.each(['from', 'name', 'campaign'] as const)('sets the field %s', (kind) => {
    expect(addPick(CALL, { kind, field: '.x' }).calls).toEqual([{ root: '#box', [kind]: '.x' }]);
  });

  it('adds an answer button beside another, and the same one once', () => {
    const one = addPick(CALL, { kind: 'answer', click: '.answer' });
    const two = addPick(one, { kind: 'answer', click: '.face' });
    expect(addPick(two, { kind: 'answer', click: '.face' }).calls[0]?.gestures).toEqual([
      { is: 'claim', click: '.answer', during: ['ringing', 'connected', 'held'] },
      { is: 'claim', click: '.face', during: ['ringing', 'connected', 'held'] },
    ]);
  });

  it('asks for the end before the talk, in whatever order they were picked', () => {
    const talks = addPick(CALL, { kind: 'connected', when: { has: '.timer' } });
    const ends = addPick(talks, { kind: 'ended', when: { has: '.ended' } });
    expect(ends.calls[0]?.state?.map(({ is }) => is)).toEqual(['ended', 'connected']);
    const missed = addPick(ends, { kind: 'ended', when: { has: '.missed' } });
    expect(missed.calls[0]?.state?.map(({ when }) => when.has)).toEqual(['.ended', '.missed', '.timer']);
  });

  it('replaces the first confirmation and keeps the others', () => {
    const before: Profile = { ...CALL, bookings: [{ appears: '.old' }, { appears: '.other' }] };
    const after = addPick(before, { kind: 'booking', appears: '.toast', job: { pattern: 'Job (\\d+)' } });
    expect(after.bookings).toEqual([
      { appears: '.toast', job: { pattern: 'Job (\\d+)' } },
      { appears: '.other' },
    ]);
  });

  it('leaves the profile that it was given as it was', () => {
    const before = structuredClone(CALL);
    addPick(CALL, { kind: 'ended', when: { has: '.ended' } });
    expect(CALL).toEqual(before);
  });

  it('is said in short', () => {
    const all = addPick(addPick(CALL, { kind: 'answer', click: '.a' }), { kind: 'answer', click: '.b' });
    expect(pickedIn(DRAFT, 'call')).toBeNull();
    expect(pickedIn(all, 'call')).toBe('#box');
    expect(pickedIn(all, 'answer')).toBe('.a, .b');
    expect(pickedIn(all, 'booking')).toBeNull();
  });
});
