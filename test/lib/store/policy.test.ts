import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { DEFAULT_SETTINGS, readConfig, writeConfig } from '@/lib/store/config.ts';
import { NO_POLICY, type Policy } from '@/lib/store/policy.ts';
import { freshStorage } from './storage.ts';

const profile = (id: string, name = id): Profile => ({
  schema: 1,
  id,
  name,
  matches: [`https://${id}.example/*`],
  calls: [{ root: 'p' }],
});
const PRICE = { id: 'price', name: 'Price', isLead: true, active: true, sort: 0 };
const SPAM = { id: 'spam', name: 'Spam', isLead: false, active: true, sort: 0 };
const OWN = {
  settings: { ...DEFAULT_SETTINGS, thresholdMs: 30_000, wrapUpMs: 10_000 },
  reasons: [PRICE],
  ownProfiles: [profile('ours'), profile('acme', 'Our Acme')],
  off: ['acme', 'ours'],
  sites: { ours: ['https://a.example/*', 'https://shared.example/*'] },
};
const POLICY: Policy = {
  profiles: [profile('acme', 'Their Acme')],
  reasons: [SPAM],
  rules: { thresholdMs: 45_000 },
  sites: { acme: ['https://shared.example/*'] },
  only: false,
  refused: [],
};

async function office(policy: Policy | null = POLICY) {
  const { local } = freshStorage();
  await local.set({ ...OWN, ...(policy && { policy }) });
  return { read: readConfig, write: writeConfig, local };
}

describe('under a policy', () => {
  test("counts the administrator's word where there is one, else the office's own", async () => {
    const { read } = await office();
    expect(await read()).toMatchObject({
      settings: { ...OWN.settings, thresholdMs: 45_000 },
      reasons: [SPAM],
      ownProfiles: [profile('ours'), profile('acme', 'Their Acme')],
      off: ['ours'],
      sites: { ours: ['https://a.example/*'], acme: ['https://shared.example/*'] },
      locked: {
        settings: ['thresholdMs'],
        reasons: true,
        profiles: ['acme'],
        on: ['acme'],
        sites: { acme: ['https://shared.example/*'] },
        only: null,
      },
    });
  });

  test('an own rule gives way where it would not fit the one that is set', async () => {
    const hours = (n: number) => n * 3_600_000;
    const late = await office({ ...NO_POLICY, rules: { callbackTargetMs: hours(30) } });
    expect((await late.read()).settings).toMatchObject({ callbackTargetMs: hours(30), coldMs: hours(30) });
    const soon = await office({ ...NO_POLICY, rules: { coldMs: hours(1) } });
    await soon.local.set({ settings: { ...OWN.settings, callbackTargetMs: hours(2) } });
    expect((await soon.read()).settings).toMatchObject({ callbackTargetMs: hours(1), coldMs: hours(1) });
  });

  test('what the office changes beside it is kept, and all of its own is back when the policy goes', async () => {
    const { read, write, local } = await office();
    const now = await read();
    await write({ settings: { ...now.settings, wrapUpMs: 99_000 } });
    await write({ ownProfiles: [...now.ownProfiles, profile('new')] });
    await write({ off: [...now.off, 'new'] });
    await write({ sites: { ...now.sites, new: ['https://n.example/*'] } });
    expect(await read()).toMatchObject({
      settings: { thresholdMs: 45_000, wrapUpMs: 99_000 },
      ownProfiles: [{ id: 'ours' }, { id: 'new' }, { id: 'acme', name: 'Their Acme' }],
      off: ['ours', 'new'],
      sites: { new: ['https://n.example/*'], acme: ['https://shared.example/*'] },
    });

    await local.remove('policy');
    expect(await read()).toMatchObject({
      settings: { ...OWN.settings, wrapUpMs: 99_000 },
      reasons: [PRICE],
      ownProfiles: [profile('ours'), profile('new'), profile('acme', 'Our Acme')],
      off: ['ours', 'new', 'acme'],
      sites: { ours: OWN.sites.ours, new: ['https://n.example/*'] },
      locked: { settings: [], reasons: false, profiles: [], on: [], sites: {}, only: null, refused: [] },
    });
  });

  test('a rule that gave way is not taken for a change by the office', async () => {
    const { read, write, local } = await office({ ...NO_POLICY, rules: { callbackTargetMs: 108_000_000 } });
    const { settings } = await read();
    await write({ settings: { ...settings, wrapUpMs: 5_000 } });
    await local.remove('policy');
    expect((await read()).settings).toEqual({ ...OWN.settings, wrapUpMs: 5_000 });
  });

  const now = async () => readConfig();
  test.each<[string, () => Promise<void>]>([
    ['a rule', async () => writeConfig({ settings: { ...(await now()).settings, thresholdMs: 1_000 } })],
    ['the reasons', () => writeConfig({ reasons: [PRICE] })],
    ['a profile, replaced', () => writeConfig({ ownProfiles: [profile('ours'), profile('acme', 'Mine')] })],
    ['a profile, removed', () => writeConfig({ ownProfiles: [profile('ours')] })],
    ['a profile, switched off', () => writeConfig({ off: ['acme'] })],
    ['a site, taken away', () => writeConfig({ sites: {} })],
    [
      'a site, given to another profile',
      () => writeConfig({ sites: { ours: ['https://shared.example/*'] } }),
    ],
  ])('%s cannot be changed by the office, and nothing is stored', async (_, change) => {
    const { local } = await office();
    const before = structuredClone(local.data);
    await expect(change()).rejects.toThrow('Your administrator set this; it cannot be changed here.');
    expect(local.data).toEqual(before);
  });

  test('where only its profiles are used, the office adds none', async () => {
    const { read, write } = await office({ ...POLICY, only: true });
    const { ownProfiles, locked } = await read();
    expect(locked.only).toEqual(['acme']);
    await expect(write({ ownProfiles: [...ownProfiles, profile('new')] })).rejects.toThrow('administrator');
  });
});

test('without a policy everything is stored as it is given', async () => {
  const { write, local } = await office(null);
  await write({ off: ['a'], reasons: [SPAM] });
  expect(Object.fromEntries(local.data)).toEqual({ ...OWN, off: ['a'], reasons: [SPAM] });
});
