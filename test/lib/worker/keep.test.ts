/** Profiles that people bring and change: which stand in for a built-in one, and what happens when that changes. */
import { beforeEach, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { keepMine, keepProfile, removeProfile } from '@/lib/worker/keep.ts';
import { addSite } from '@/lib/worker/sites.ts';
import { type Browser, freshBrowser } from './browser.ts';

const [BUILT_IN] = builtInProfiles as [Profile];
const MINE = { ...BUILT_IN, name: 'Mine' };
const OWN: Profile = {
  schema: 1,
  id: 'own',
  name: 'Own',
  matches: ['https://own.example/*'],
  calls: [{ root: 'p' }],
};

let browser: Browser;
const stored = (key: string) => browser.storage.local.data.get(key);
const found = (crms: CrmEntry[], id: string) => {
  const one = crms.find(({ profile }) => profile.id === id);
  return (
    one && { name: one.profile.name, builtIn: one.builtIn, changed: one.changed, outdated: one.outdated }
  );
};

beforeEach(() => {
  browser = freshBrowser();
});

test('a changed built-in profile is a copy of what it was made from', async () => {
  const crms = await keepProfile(MINE);
  expect(found(crms, BUILT_IN.id)).toEqual({ name: 'Mine', builtIn: false, changed: true, outdated: false });
});

test('when the built-in one changes, the copy stays and says so, until the person keeps it or goes back', async () => {
  await keepProfile(MINE);
  await browser.storage.local.set({ basedOn: { [BUILT_IN.id]: 'of before' } });
  // A further change of one's own does not make it newer.
  const crms = await keepProfile({ ...MINE, name: 'Mine again' });
  expect(found(crms, BUILT_IN.id)).toMatchObject({ name: 'Mine again', outdated: true });
  expect(found(await keepMine(BUILT_IN.id), BUILT_IN.id)).toMatchObject({ outdated: false });
  expect(found(await removeProfile(BUILT_IN.id), BUILT_IN.id)).toEqual({
    name: BUILT_IN.name,
    builtIn: true,
    changed: false,
    outdated: false,
  });
  expect(stored('basedOn')).toEqual({});
});

test('a built-in profile that is saved as it is makes no copy, in whatever order its keys come', async () => {
  const sorted = Object.fromEntries(Object.entries(BUILT_IN).sort(([a], [b]) => a.localeCompare(b)));
  await keepProfile(sorted);
  expect(stored('ownProfiles')).toEqual([]);
});

test('of two that are kept at once none is lost, nor of two sites', async () => {
  await Promise.all([keepProfile(OWN), keepProfile({ ...OWN, id: 'other' })]);
  expect((stored('ownProfiles') as Profile[]).map(({ id }) => id)).toEqual(['own', 'other']);
  await Promise.all([addSite('https://x.example/a', 'own'), addSite('https://y.example/', 'own')]);
  expect(stored('sites')).toEqual({ own: ['https://x.example/*', 'https://y.example/*'] });
});

test('a copy is off at first; a profile that is changed stays on or off', async () => {
  await keepProfile(OWN, true);
  expect(stored('off')).toEqual(['own']);
  await keepProfile({ ...OWN, name: 'Changed' });
  expect(stored('off')).toEqual(['own']);
  await keepProfile({ ...OWN, id: 'new' });
  expect(stored('off')).toEqual(['own']);
});

test('a removed profile gives back what nobody else needs', async () => {
  browser.granted = ['https://own.example/*', 'https://desk.example/*', 'https://shared.example/*'];
  await keepProfile({ ...OWN, id: 'other', matches: ['https://shared.example/*'] });
  await keepProfile({ ...OWN, matches: ['https://own.example/*', 'https://shared.example/*'] });
  await browser.storage.local.set({ sites: { own: ['https://desk.example/*'] } });
  await removeProfile('own');
  expect(browser.granted).toEqual(['https://shared.example/*']);
  expect(stored('sites')).toEqual({});
});

test('what is not valid is not kept, and all that is wrong is told', async () => {
  await keepProfile(OWN);
  await expect(keepProfile({ ...OWN, name: '', matches: [] })).rejects.toThrow(/name: .*\n.*matches: /);
  expect(stored('ownProfiles')).toEqual([OWN]);
});
