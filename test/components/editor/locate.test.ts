import { describe, expect, test } from 'vitest';
import { profileLanguage } from '@/components/editor/language.ts';
import { locate } from '@/components/editor/locate.ts';

const { parse } = profileLanguage({});
const TEXT = `{
  "id": "acme",
  "matches": ["https://a.example/*", "b"],
  "calls": [
    { "root": ".call", "state": [{ "is": "ended", "when": { "attr": { "data-a.b[0]": "x", "data-a": "y" } } }] }
  ],
  "gesture": 5
}`;
const at = (path: string, key = false) => {
  const { from, to } = locate(parse(TEXT), path, key);
  return TEXT.slice(from, to);
};

describe('the place of a problem', () => {
  test.each([
    ['id', '"acme"'],
    ['matches[1]', '"b"'],
    ['calls[0].state[0].is', '"ended"'],
    ['calls[0].root', '".call"'],
  ])('%s, a plain value, is the value', (path, shown) => {
    expect(at(path)).toBe(shown);
  });

  test.each([
    ['matches', '"matches"'],
    ['calls[0].state', '"state"'],
    ['calls[0].state[0].when', '"when"'],
  ])('%s, a list or an object, is the key that leads to it', (path, shown) => {
    expect(at(path)).toBe(shown);
  });

  test('a whole entry of a list is its opening bracket', () => {
    expect(locate(parse(TEXT), 'calls[0]')).toEqual({
      from: TEXT.indexOf('{ "root"'),
      to: TEXT.indexOf('{ "root"') + 1,
    });
  });

  test.each(['name', ''])('of "%s", which is missing at the top, it is the first bracket', (path) => {
    expect(locate(parse(TEXT), path)).toEqual({ from: 0, to: 1 });
  });

  test.each(['calls[0].name', 'calls[0].name.find'])(
    '%s, deeper and missing, is the opening of its object',
    (path) => {
      expect(locate(parse(TEXT), path)).toEqual({
        from: TEXT.indexOf('{ "root"'),
        to: TEXT.indexOf('{ "root"') + 1,
      });
    },
  );

  test('an entry that a list does not have is the opening of the list', () => {
    expect(at('calls[3].root')).toBe('[');
  });

  test('a key that is not known is the key itself', () => {
    expect(at('gesture', true)).toBe('"gesture"');
    expect(at('calls[0].root', true)).toBe('"root"');
  });

  test('a key with dots and brackets in it is not taken for a path', () => {
    expect(at('calls[0].state[0].when.attr.data-a.b[0]')).toBe('"x"');
    expect(at('calls[0].state[0].when.attr.data-a')).toBe('"y"');
  });

  test('of a key that is there twice it is the last, which counts', () => {
    const text = '{"id": "a", "id": "b"}';
    expect(locate(parse(text), 'id')).toEqual({ from: 18, to: 21 });
  });

  test('in a text with nothing in it, it is the beginning', () => {
    expect(locate(parse(''), 'id')).toEqual({ from: 0, to: 0 });
  });
});
