// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { text } from '@/components/text.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const folder = join(import.meta.dirname, '../../pages/patterns');
const profiles = readdirSync(folder).filter((name) => name.endsWith('.profile.json'));

test.each(profiles)('%s is a profile, and its page is there', (name) => {
  const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
  expect(validateProfile(profile, text)).toEqual({ profile });
  expect(readFileSync(join(folder, name.replace('.profile.json', '.html')), 'utf8')).toContain('page.js');
});
