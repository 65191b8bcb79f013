/** The profiles by which the bench's busy page is read: built-in ones, and the demo CRM's rule once and ten times. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../lib/crm/profile.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { WATCHED_PATH } from './serve.ts';

const FOLDER = join(import.meta.dirname, '../../lib/crm/profiles');

/** Name of the CRM in which the busy page shows its calls. */
export const CRM = 'Bench';

/** The built-in profile with the most conditions and call, booking and message rules. */
export async function productWithMostRules(): Promise<{ id: string; name: string; rules: number }> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json'));
  const all = await Promise.all(files.map((file) => read(file.replace('.json', ''))));
  const counted = all.map((profile) => ({ id: profile.id, name: profile.name, rules: rulesOf(profile) }));
  return counted.reduce((most, one) => (one.rules > most.rules ? one : most));
}

/** Rules of all kinds: forms of calls, states, directions, gestures, bookings, messages. */
function rulesOf({ calls, bookings = [], messages = [] }: Profile): number {
  const inCalls = calls.map(
    ({ state = [], direction = [], gestures = [] }) => 1 + state.length + direction.length + gestures.length,
  );
  return inCalls.reduce((a, b) => a + b, 0) + bookings.length + messages.length;
}

/** Adds them all, as a person does who brings files: each for the pages of its name, `most` and ServiceTitan too. */
export async function addProfiles(callmark: Callmark, most: string): Promise<void> {
  const demo = await read('demo-crm');
  const [rule] = demo.calls;
  if (!rule) throw new Error('the demo CRM has no call rule');
  const others = Array.from({ length: 9 }, (_, i) => ({ ...rule, root: `.card-${i}[data-call-id]` }));
  const { bookings: _, ...bare } = demo;
  const profiles: [string, Profile][] = [
    ['demo', { ...demo, name: CRM }],
    ['one', { ...bare, name: CRM }],
    ['ten', { ...bare, name: CRM, calls: [rule, ...others] }],
    ['servicetitan', await read('servicetitan')],
    [most, await read(most)],
  ];
  for (const [name, profile] of profiles) {
    const matches = [`http://127.0.0.1${WATCHED_PATH}${name}/*`];
    await callmark.inExtension(
      async (data) => {
        const answer = await chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: 0, data });
        if (answer?.err) throw new Error(JSON.stringify(answer.err));
      },
      { ...profile, id: `bench-${name}`, matches },
    );
  }
}

async function read(id: string): Promise<Profile> {
  return JSON.parse(await readFile(join(FOLDER, `${id}.json`), 'utf8')) as Profile;
}
