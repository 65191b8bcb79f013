import { describe, expect, test } from 'vitest';
import { changeBetween } from '@/components/editor/change-between.ts';
import { profileLanguage } from '@/components/editor/language.ts';
import { marksOf } from '@/components/editor/marks.ts';
import { text as say } from '@/components/text.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const language = profileLanguage({});
const marks = (text: string, problems: { path: string; sentence: string }[] = []) =>
  marksOf(text, problems, language);

describe('what is marked', () => {
  test.each([
    ['', 1, 1, 'There is nothing here yet: a profile begins with { and ends with }.'],
    ['{\n  "a" 1\n}', 2, 7, 'A colon is missing between the key and its value.'],
    ['{ "a": 1 "b": 2 }', 1, 10, 'A comma, or a closing bracket, is missing before this.'],
    ['{ "a": 1, }', 1, 9, 'This comma is too many: nothing comes after it.'],
    ['{ a: 1 }', 1, 3, 'A key is written in double quotes.'],
    ['{\n\n"a": "b }', 3, 6, 'This text is not closed: a double quote is missing.'],
    ['{ "a": [1, 2 }', 1, 14, 'A comma, or a closing bracket, is missing before this.'],
    ['[1, 2', 1, 5, 'The list is not closed: a ] is missing.'],
    ['{ "a": "b"', 1, 10, 'The object is not closed: a } is missing.'],
    ['// a\n{}', 1, 1, 'JSON has no comments: remove this one.'],
    [
      '{ "a": "\\d+" }',
      1,
      8,
      'In JSON a backslash is written twice, also in a regular expression: \\\\d for \\d.',
    ],
    ['hello', 1, 1, 'This cannot be read as JSON.'],
  ])('%j is no JSON at line %i, column %i: %s', async (text, line, column, sentence) => {
    expect(await marks(text)).toMatchObject([{ path: '', line, column, sentence, severity: 'error' }]);
  });

  test('while the text is no JSON, nothing else is said of it', async () => {
    const found = await marks('{ "id": , "name": }', [{ path: 'id', sentence: 'is missing' }]);
    expect(found.map(({ column }) => column)).toEqual([9]);
  });

  test('a key that is there twice is told beside all other problems', async () => {
    const text = '{ "id": "A", "id": "B" }';
    const found = await marks(text, [{ path: 'id', sentence: 'is wrong' }]);
    expect(found.map(({ column, severity }) => [column, severity])).toEqual([
      [3, 'warning'],
      [14, 'warning'],
      [20, 'error'],
    ]);
  });

  test("the validator's problems stand where they are, in the order of the text", async () => {
    const text =
      '{\n  "schema": 1, "id": "Acme", "name": "x",\n  "matches": ["foo"],\n  "calls": [{ "rot": ".a" }]\n}';
    const result = validateProfile(JSON.parse(text), say);
    const found = await marks(text, 'problems' in result ? result.problems : []);
    expect(found.map((m) => [m.line, m.path, text.slice(m.from, m.to)])).toEqual([
      [2, 'id', '"Acme"'],
      [3, 'matches[0]', '"foo"'],
      [4, 'calls[0].root', '{'],
      [4, 'calls[0].rot', '"rot"'],
    ]);
  });
});

describe('the change from one text to another', () => {
  test.each([
    ['abc', 'abc', null],
    ['abc', 'abxc', { from: 2, to: 2, insert: 'x' }],
    ['aaa', 'aaaa', { from: 3, to: 3, insert: 'a' }],
    ['aaaa', 'aa', { from: 2, to: 4, insert: '' }],
    ['', 'a', { from: 0, to: 0, insert: 'a' }],
    ['one two', 'one 2 two', { from: 4, to: 4, insert: '2 ' }],
    ['abc', 'xyz', { from: 0, to: 3, insert: 'xyz' }],
  ])('%s to %s', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });
});
