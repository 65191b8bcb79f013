import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { type Config, DEFAULT_SETTINGS } from '@/lib/store/config.ts';
import { NO_POLICY, type Policy, withPolicy } from '@/lib/store/policy.ts';
import {
  allProfiles,
  profileInFrame,
  profileOf,
  profileOn,
  whoKnows,
  whoReads,
} from '@/lib/worker/profiles.ts';

const profile = (id: string, matches: string[], more: Partial<Profile> = {}): Profile => ({
  schema: 1,
  id,
  name: id,
  matches,
  calls: [{ root: 'p' }],
  ...more,
});

const config = (
  ownProfiles: Profile[],
  more: Partial<Omit<Config, 'locked'>> = {},
  policy: Policy = NO_POLICY,
): Config => {
  const { settings, ...rest } = { settings: DEFAULT_SETTINGS, reasons: [], off: [], sites: {}, ...more };
  return withPolicy({ ...rest, settings, ownProfiles, basedOn: {}, places: {}, trouble: null }, policy);
};

const GENERAL = profile('general', ['https://*.acme.example/*']);
const CALLS = profile('calls', ['https://crm.acme.example/calls/*']);
const DIALLER = profile('dialler', ['*://*/agc/*']);
const URL = 'https://crm.acme.example/calls/1';

describe('which profile reads a page', () => {
  const ids = (c: Config, url = URL) => whoReads(url, c).map((one) => one.profile.id);

  test('the most specific match counts, and the others are known', () => {
    expect(ids(config([GENERAL, CALLS]))).toEqual(['calls', 'general']);
  });

  test('one that a person gave the origin to counts before any that matches it', () => {
    const sites = { dialler: ['https://crm.acme.example/*'] };
    expect(ids(config([GENERAL, CALLS, DIALLER], { sites }))).toEqual(['dialler', 'calls', 'general']);
    expect(ids(config([GENERAL, CALLS, DIALLER]))).toEqual(['calls', 'general']);
  });

  test('given to one that is off, the origin falls back to who matches it', () => {
    const sites = { dialler: ['https://crm.acme.example/*'] };
    expect(ids(config([GENERAL, DIALLER], { sites, off: ['dialler'] }))).toEqual(['general']);
  });

  test('given to two, the narrower pattern counts', () => {
    const sites = { general: ['https://*.acme.example/*'], dialler: ['https://crm.acme.example/*'] };
    expect(ids(config([GENERAL, DIALLER], { sites }))).toEqual(['dialler', 'general']);
  });

  test('a pattern for any host alone makes no page be read, but is known', () => {
    const c = config([DIALLER], { off: ['dialler'] });
    const url = 'https://dial.example/agc/dialler';
    expect(profileOf(url, config([DIALLER]))).toBeNull();
    expect(profileOn('https://dial.example', null, config([DIALLER]))).toBeNull();
    expect(whoKnows(url, c).map((one) => one.profile.id)).toEqual(['dialler']);
  });

  test('a page that is read may move anywhere in its origin', () => {
    expect(profileOn('https://crm.acme.example', 'calls', config([CALLS]))?.id).toBe('calls');
    const sites = { dialler: ['https://dial.example/*'] };
    expect(profileOn('https://dial.example', 'dialler', config([DIALLER], { sites }))?.id).toBe('dialler');
    expect(profileOn('https://other.example', 'dialler', config([DIALLER], { sites }))).toBeNull();
  });
});

describe('which profile reads a frame', () => {
  const PHONE = 'https://phone.example/dock';
  const app = profile('app', ['https://crm.acme.example/*', 'https://phone.example/*'], { frames: 'all' });
  const phone = profile('phone', ['https://phone.example/dock*'], { frames: 'all' });
  const top = profile('top', ['https://phone.example/dock*']);

  test('the one that reads the tab’s page, where it looks into frames', () => {
    const c = config([app, phone, top]);
    expect(profileInFrame({ url: PHONE, topUrl: URL }, c)?.id).toBe('app');
    expect(profileInFrame({ url: PHONE, topUrl: 'https://elsewhere.example/' }, c)?.id).toBe('phone');
    expect(profileInFrame({ url: PHONE }, c)?.id).toBe('phone');
  });

  test('none, where the address is not one of its own', () => {
    const c = config([app]);
    expect(profileInFrame({ url: 'https://ads.example/', topUrl: URL }, c)).toBeNull();
    expect(profileInFrame({ url: PHONE, topUrl: URL }, config([top]))).toBeNull();
  });
});

test('where an administrator lets only some profiles be used, no other one reads or is listed', () => {
  const policy: Policy = { ...NO_POLICY, profiles: [CALLS], only: true };
  const only = config([GENERAL], {}, policy);
  expect(allProfiles(only).map((used) => used.profile.id)).toEqual(['calls']);
  expect(profileOf('https://crm.acme.example/other', only)).toBeNull();
  expect(profileOf(URL, only)?.id).toBe('calls');
});
