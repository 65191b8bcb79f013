/** Which content scripts are registered: those of granted origins that a profile reads, and no others. */
import { beforeEach, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { syncScripts } from '@/lib/worker/scripts.ts';
import { addSite, dropSite } from '@/lib/worker/sites.ts';
import { freshStorage } from '../store/storage.ts';

interface Script {
  id: string;
  matches: string[];
  allFrames: boolean;
}

const own = (id: string, matches: string[], frames?: 'all'): Profile => ({
  schema: 1,
  id,
  name: id,
  matches,
  ...(frames && { frames }),
  calls: [{ root: 'p' }],
});

let scripts: Script[];
let granted: string[];
let storage: ReturnType<typeof freshStorage>;

beforeEach(() => {
  scripts = [];
  granted = [];
  storage = freshStorage();
  Object.assign((globalThis as unknown as { chrome: object }).chrome, {
    permissions: {
      getAll: async () => ({ origins: granted }),
      remove: async ({ origins }: { origins: string[] }) => {
        granted = granted.filter((one) => !origins.includes(one));
      },
    },
    tabs: { query: async () => [] },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        scripts.filter(({ id }) => ids.includes(id)),
      registerContentScripts: async ([script]: [Script]) => {
        scripts.push(script);
      },
      updateContentScripts: async ([script]: [Script]) => {
        scripts = scripts.map((one) => (one.id === script.id ? script : one));
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        scripts = scripts.filter(({ id }) => !ids.includes(id));
      },
    },
  });
});

const registered = () => scripts.map(({ id, matches }) => `${id}: ${matches.join(' ')}`).sort();

test('an origin that is granted and that nobody reads has no script, though a product may look like it', async () => {
  granted = ['https://news.example/*'];
  storage.local.data.set('ownProfiles', [own('dialler', ['*://*/agc/*'])]);
  await syncScripts();
  expect(registered()).toEqual([]);
});

test('of a pattern for many hosts only those are read that are granted', async () => {
  granted = ['https://eu.acme.example/*', 'https://other.example/*'];
  storage.local.data.set('ownProfiles', [own('acme', ['https://*.acme.example/calls/*'])]);
  await syncScripts();
  expect(registered()).toEqual(['crm: https://eu.acme.example/*']);
});

test('frames are entered only in the origins of a profile that looks into frames', async () => {
  granted = ['https://a.example/*', 'https://b.example/*'];
  storage.local.data.set('ownProfiles', [
    own('plain', ['https://a.example/*', 'https://b.example/x/*']),
    own('framed', ['https://b.example/*'], 'all'),
  ]);
  await syncScripts();
  expect(registered()).toEqual(['crm-frames: https://b.example/*', 'crm: https://a.example/*']);
});

test('a site that is given and granted is read; taken away, it is not, and its permission goes', async () => {
  granted = ['https://dial.example/*'];
  storage.local.data.set('ownProfiles', [own('dialler', ['*://*/agc/*'])]);
  await addSite('https://dial.example/agc/x', 'dialler');
  await syncScripts();
  expect(registered()).toEqual(['crm: https://dial.example/*']);
  await dropSite('https://dial.example/*', 'dialler');
  await syncScripts();
  expect([registered(), granted]).toEqual([[], []]);
});

test('an origin belongs to the profile it was given to last', async () => {
  await addSite('https://dial.example/', 'one');
  await addSite('https://dial.example/x', 'other');
  expect(storage.local.data.get('sites')).toEqual({ other: ['https://dial.example/*'] });
});

test('an origin that is taken away is read by nobody, whoever else matches it', async () => {
  granted = ['https://crm.example/*', 'https://other.example/*'];
  storage.local.data.set('ownProfiles', [
    own('general', ['https://crm.example/*', 'https://other.example/*']),
    own('dialler', ['*://*/agc/*']),
  ]);
  await addSite('https://crm.example/', 'dialler');
  await dropSite('https://crm.example/*', 'dialler');
  await syncScripts();
  expect(registered()).toEqual(['crm: https://other.example/*']);
  expect([storage.local.data.get('sites'), granted]).toEqual([{}, ['https://other.example/*']]);
});

test('a profile that reads a page by itself is only switched on', async () => {
  storage.local.data.set('ownProfiles', [own('general', ['https://crm.example/*'])]);
  storage.local.data.set('off', ['general']);
  await addSite('https://crm.example/calls', 'general');
  expect([storage.local.data.get('sites'), storage.local.data.get('off')]).toEqual([{}, []]);
});
