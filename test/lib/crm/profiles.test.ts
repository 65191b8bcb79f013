// @vitest-environment happy-dom

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const DEMO = 'demo-crm';
const ids = builtInProfiles.map(({ id }) => id);
const products = builtInProfiles.filter(({ id }) => id !== DEMO);

const rules = ({ calls, bookings = [], messages = [] }: Profile) => [...calls, ...bookings, ...messages];

describe('the profiles that come with Callmark', () => {
  it('have ids that are unique', () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('are all the files in their folder, each named for its id', () => {
    const files = readdirSync('lib/crm/profiles').filter((file) => file.endsWith('.json'));
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...ids].sort());
  });

  it.each(builtInProfiles)('$id is a document that a manager could have written', (profile) => {
    const document: unknown = JSON.parse(JSON.stringify(profile));
    expect(validateProfile(document, text)).toEqual({ profile: document });
  });

  it.each(products)(
    '$id says when its selectors were read, of what it was made, and how it is known',
    (profile) => {
      expect(rules(profile).filter(({ dated }) => dated === undefined)).toEqual([]);
      expect(profile.about).toMatch(/\bmade from\b/i);
      expect(profile.about).toMatch(profile.tried ? /\btried with\b.*\bnot on\b/ : /\bnot tried\b/);
      expect(profile.fits).toBeDefined();
    },
  );
});
