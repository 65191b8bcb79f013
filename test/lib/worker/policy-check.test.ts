import { describe, expect, test } from 'vitest';
import { NO_POLICY } from '@/lib/store/policy.ts';
import { checkPolicy } from '@/lib/worker/policy-check.ts';
import frontDesk from '@/test/pages/front-desk.profile.json' with { type: 'json' };

const FRONT_DESK = JSON.stringify(frontDesk);
const told = (what: string) => `Set by your administrator: ${what}; it is not used.`;

describe('what an administrator set', () => {
  test('is nothing where nothing is set', () => {
    expect(checkPolicy({})).toEqual(NO_POLICY);
  });

  test("is taken in the administrator's words", () => {
    expect(
      checkPolicy({
        profiles: [FRONT_DESK],
        reasons: [
          { name: ' Price ', isLead: true },
          { id: 'spam', name: 'Spam', isLead: false, active: false },
        ],
        rules: {
          thresholdSeconds: 45,
          wrapUpSeconds: 0,
          bookedUnderThreshold: 'booked',
          shortAbandonSeconds: 5,
          callbackTargetMinutes: 15,
          coldHours: 48,
          timeZone: 'America/Chicago',
        },
        sites: { 'front-desk': ['https://desk.acme.example', 'https://b.acme.example:8443/app/*'] },
        onlyTheseProfiles: true,
      }),
    ).toEqual({
      profiles: [frontDesk],
      reasons: [
        { id: 'price', name: 'Price', isLead: true, active: true, sort: 0 },
        { id: 'spam', name: 'Spam', isLead: false, active: false, sort: 1 },
      ],
      rules: {
        thresholdMs: 45_000,
        wrapUpMs: 0,
        bookedUnderThreshold: 'booked',
        shortAbandonMs: 5_000,
        callbackTargetMs: 900_000,
        coldMs: 172_800_000,
        timeZone: 'America/Chicago',
      },
      sites: { 'front-desk': ['https://desk.acme.example/*', 'https://b.acme.example:8443/*'] },
      only: true,
      refused: [],
    });
  });

  test('a wrong profile is refused alone, with all that is wrong in it', () => {
    const wrong = { ...frontDesk, id: 'other', calls: [{ root: '' }], frmaes: 'top' };
    const { profiles, refused } = checkPolicy({
      profiles: [FRONT_DESK, JSON.stringify(wrong), '{', FRONT_DESK],
    });
    expect(profiles.map((p) => p.id)).toEqual(['front-desk']);
    expect(refused).toEqual([
      told(
        'profile 2: calls[0].root: must not be empty; frmaes: is not a key that is known here: a typing error?',
      ),
      expect.stringMatching(/^Set by your administrator: profile 3: not JSON: .*; it is not used\.$/),
      told('profile 4: the profile before it has the id front-desk already'),
    ]);
  });

  test('what is far too large for a profile is not even read', () => {
    const { profiles, refused } = checkPolicy({ profiles: ['{'.repeat(5_000_000)] });
    expect(profiles).toEqual([]);
    expect(refused).toEqual([told('profile 1: is 5000 kB large; a profile has 256 kB at most')]);
  });

  test.each([
    [{ name: '', isLead: true }, 'name: must be a text of 1 to 60 characters'],
    [{ name: 'x'.repeat(61), isLead: true }, 'name: must be a text of 1 to 60 characters'],
    [{ name: 'Price' }, 'isLead: must be true or false'],
    [{ name: 'spam', isLead: true }, 'id: spam is there already'],
    [{ id: 'other', name: 'SPAM', isLead: true }, 'name: SPAM is there already'],
    ['Price', 'must be an object with braces { }'],
  ])('a wrong reason %j is refused alone: %s', (wrong, why) => {
    const { reasons, refused } = checkPolicy({ reasons: [{ name: 'Spam', isLead: false }, wrong] });
    expect(reasons?.map((r) => r.name)).toEqual(['Spam']);
    expect(refused).toEqual([told(`reason 2: ${why}`)]);
  });

  test.each([
    ['thresholdSeconds', 0, 'must be a whole number from 1 to 600'],
    ['wrapUpSeconds', 1.5, 'must be a whole number from 0 to 3600'],
    ['coldHours', '24', 'must be a whole number from 1 to 720'],
    ['bookedUnderThreshold', 'maybe', 'must be one of "excused", "booked"'],
    ['timeZone', 'Mars/Olympus', 'Mars/Olympus is no time zone such as America/Chicago'],
    ['constructor', 5, 'is not a rule that is known here: a typing error?'],
  ])('a wrong rule %s: %j is refused alone: %s', (key, value, why) => {
    const { rules, refused } = checkPolicy({ rules: { shortAbandonSeconds: 3, [key]: value } });
    expect(rules).toEqual({ shortAbandonMs: 3_000 });
    expect(refused).toEqual([told(`rules.${key}: ${why}`)]);
  });

  test('a callback target after the call is cold is refused', () => {
    const { rules, refused } = checkPolicy({ rules: { callbackTargetMinutes: 121, coldHours: 2 } });
    expect(rules).toEqual({ coldMs: 7_200_000 });
    expect(refused).toEqual([told('rules.callbackTargetMinutes: must not be longer than coldHours')]);
  });

  test('a wrong site is refused alone, and so is one of a profile that there is not', () => {
    const { sites, refused } = checkPolicy({
      profiles: [FRONT_DESK],
      sites: {
        'front-desk': ['https://good.example', 'acme', '*://*/crm/*', 'ftp://files.example/*'],
        'demo-crm': ['https://good.example/'],
        acme: ['https://acme.example'],
      },
    });
    expect(sites).toEqual({ 'front-desk': ['https://good.example/*'] });
    expect(refused).toEqual([
      told('sites.front-desk[1]: acme is no site such as https://crm.example.com'),
      told('sites.front-desk[2]: *://*/crm/* is no site such as https://crm.example.com'),
      told('sites.front-desk[3]: ftp://files.example/* is no site such as https://crm.example.com'),
      told('sites.demo-crm[0]: https://good.example/* is given to another profile already'),
      told('sites.acme: neither a built-in profile nor one of the policy has the id acme'),
    ]);
  });

  test.each(['profiles', 'reasons', 'rules', 'sites', 'onlyTheseProfiles'])(
    '%s of a wrong kind is refused, and the rest holds',
    (key) => {
      const { refused, ...policy } = checkPolicy({ [key]: 5 });
      expect(refused).toHaveLength(1);
      expect(refused[0]).toContain(key);
      expect({ ...policy, refused: [] }).toEqual(NO_POLICY);
    },
  );
});
