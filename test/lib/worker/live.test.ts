import { describe, expect, test } from 'vitest';
import { text } from '@/components/text.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import { draftFor } from '@/lib/worker/live.ts';

describe('a new profile for a page', () => {
  test('has its id by the host, its name by the title, and reads the page’s origin', () => {
    expect(draftFor('https://www.crm.acme.example/calls?x=1', 'Acme CRM', [])).toEqual({
      schema: 1,
      id: 'crm-acme-example',
      name: 'Acme CRM',
      matches: ['https://www.crm.acme.example/*'],
      calls: [],
    });
  });

  test.each([
    ['http://127.0.0.1:4600/', '127-0-0-1'],
    ['https://[::1]/', '1'],
    [`https://${'a'.repeat(60)}.example/`, 'a'.repeat(50)],
    ['https://münchen.example/', 'xn-mnchen-3ya-example'],
  ])('of %s has the id %s, with which it is valid once it has a call', (url, id) => {
    const draft = draftFor(url, '', []);
    expect(draft.id).toBe(id);
    const profile = { ...draft, calls: [{ root: 'p' }] };
    expect(validateProfile(profile, text)).toEqual({ profile });
  });

  test('takes no id that is there already', () => {
    expect(draftFor('https://acme.example/', '', ['acme-example', 'acme-example-2']).id).toBe(
      'acme-example-3',
    );
  });
});
