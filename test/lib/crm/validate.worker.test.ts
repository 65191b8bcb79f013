import { expect, test } from 'vitest';
import { text } from '@/components/text.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const profile = (root: string) => ({
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://crm.acme.example/*'],
  calls: [{ root }],
});

test('a worker has no document to try selectors on: it checks that they are there, a page checks the rest', () => {
  expect(typeof document).toBe('undefined');
  expect(validateProfile(profile('p['), text)).toEqual({ profile: profile('p[') });
  expect(validateProfile(profile(' '), text)).toEqual({
    problems: [{ path: 'calls[0].root', sentence: 'must not be empty' }],
  });
});
