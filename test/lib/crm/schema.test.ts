import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { profileJsonSchema, SCHEMA_FILE } from '@/test/run/profile-schema.ts';

const schema = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
const service = getLanguageService({});

/** What an editor that knows only the published schema says of a document. */
async function said(profile: object): Promise<string[]> {
  const document = TextDocument.create('memory://profile.json', 'json', 1, JSON.stringify(profile));
  const tree = service.parseJSONDocument(document);
  const found = await service.doValidation(document, tree, {}, schema);
  return found.map(({ message }) => String(message));
}

describe('the published JSON Schema', () => {
  test('is what the validator and the types say; after a change run "npm run schema"', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(profileJsonSchema());
  });

  test.each(builtInProfiles.map((p) => [p.id, p] as const))(
    'accepts the built-in profile %s',
    async (_, p) => {
      expect(await said(p)).toEqual([]);
    },
  );

  test.each([
    ['an unknown key', { bookngs: [] }, /bookngs is not allowed/],
    ['a state nobody knows', { calls: [{ root: '.a', state: [{ is: 'busy', when: {} }] }] }, /not accepted/],
    ['a list with nothing in it', { matches: [] }, /too few items/],
  ])('refuses %s', async (_, change, message) => {
    expect(await said({ ...builtInProfiles[0], ...change })).toEqual([expect.stringMatching(message)]);
  });

  test('says of every key of a call rule what it is', () => {
    const keys = Object.entries(
      schema.properties.calls.items.properties as Record<string, { description?: string }>,
    );
    expect(keys.filter(([, { description }]) => !description).map(([key]) => key)).toEqual([]);
  });
});
