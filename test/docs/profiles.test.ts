import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { text } from '@/components/text.ts';
import { MOST_CALLS, MOST_ROOTS } from '@/lib/crm/read.ts';
import { TEXT_LIMIT } from '@/lib/crm/text.ts';
import { MOST_CHARACTERS, validateProfile } from '@/lib/crm/validate.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/profiles.md'), 'utf8');

test('the profile on the page about profiles is one that works', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const profile = JSON.parse(example);
  expect(validateProfile(profile, text)).toEqual({ profile });
});

test('the page names the limits that hold', () => {
  const thousands = (n: number) => n.toLocaleString('en');
  expect(page).toContain(
    `more than ${MOST_CALLS} calls at once, or more than ${thousands(MOST_ROOTS)} elements`,
  );
  expect(page).toContain(`at most ${MOST_CHARACTERS / 1000} kB`);
  expect(page).toContain(`at most ${thousands(TEXT_LIMIT)} characters`);
});
