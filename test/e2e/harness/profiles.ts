/** Brings profiles in, through the door by which a person's own come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Callmark } from './callmark.ts';

/** Loads all profiles of a folder (`*.profile.json`). Rejects with all that is wrong with one. */
export async function loadProfiles(callmark: Callmark, folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.profile.json'));
  const profiles = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);
  await callmark.inExtension(async (all) => {
    for (const data of all) {
      const answer = await chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: 0, data });
      if (answer?.err) throw new Error(JSON.stringify(answer.err));
    }
  }, profiles);
}
