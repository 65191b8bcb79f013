import { describe, expect, test } from 'vitest';
import { profileLanguage } from '@/components/editor/language.ts';
import schema from '@/components/editor/schema.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    schema: { const: 1 },
    name: { type: 'string', description: 'What people call it.' },
    frames: { enum: ['top', 'all'] },
    calls: { type: 'array', items: { $ref: '#/$defs/rule' } },
  },
  $defs: {
    selector: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    rule: { type: 'object', properties: { root: { $ref: '#/$defs/selector' }, when: { type: 'object' } } },
  },
};
const language = profileLanguage(SCHEMA);

/** The cursor is at the `|`. What the text is after the choice, the part to type over in « ». */
async function chosen(text: string, label: string) {
  const [before = '', after = ''] = text.split('|');
  const proposals = await language.proposals(before + after, before.length);
  const one = proposals.find((p) => p.label === label);
  if (!one) return proposals.map((p) => p.label);
  const { from, to, inserted, select } = one;
  const marked = `${inserted.slice(0, select.from)}«${inserted.slice(select.from, select.to)}»${inserted.slice(select.to)}`;
  return (before + after).slice(0, from) + marked + (before + after).slice(to);
}

describe('what may stand at a place', () => {
  test.each([
    ['{|}', 'name', '{"name": "«»"}'],
    ['{|}', 'schema', '{"schema": «1»}'],
    ['{"name": "x", "sch|"}', 'schema', '{"name": "x", "schema": «1»}'],
    ['{| "name": "x"}', 'calls', '{"calls": [«»], "name": "x"}'],
    ['{"frames": |}', '"all"', '{"frames": "all"«»}'],
    ['{"frames": "a|"}', '"all"', '{"frames": "all"«»}'],
    ['{"na|": "x"}', 'name', '{"name"«»: "x"}'],
    // A selector is a text or a list: only the colon is sure.
    ['{"calls": [{"ro|"}]}', 'root', '{"calls": [{"root": «»}]}'],
    ['{"calls": [{| "when": {}}]}', 'root', '{"calls": [{"root": «», "when": {}}]}'],
  ])('%s: the choice %s makes it %s', async (text, label, after) => {
    expect(await chosen(text, label)).toBe(after);
  });

  test('a key that is there is not proposed again', async () => {
    expect(await chosen('{"name": "x", "calls": [], |}', '')).toEqual(['schema', 'frames']);
  });
});

describe('what a key means', () => {
  test('is told on the key and on its value', async () => {
    const text = '{"name": "x", "schema": 1}';
    expect(await language.meaning(text, 3)).toEqual({ from: 1, to: 7, sentences: ['What people call it.'] });
    expect(await language.meaning(text, 10)).toEqual({
      from: 9,
      to: 12,
      sentences: ['What people call it.'],
    });
  });

  test.each([0, 13, 17])('is silence at %i, where nothing is known', async (offset) => {
    expect(await language.meaning('{"name": "x", "schema": 1}', offset)).toBeNull();
  });

  test('is the same where the document names a schema itself: that one is not fetched', async () => {
    const text = '{"$schema": "https://schemas.example/x.json", "name": "x"}';
    expect(await language.syntaxProblems(text)).toEqual([]);
    expect(await language.meaning(text, 46)).toMatchObject({ sentences: ['What people call it.'] });
  });
});

describe('of a profile', () => {
  const profile = profileLanguage(schema);
  const labels = async (text: string) => {
    const [before = '', after = ''] = text.split('|');
    return (await profile.proposals(before + after, before.length)).map((p) => p.label);
  };

  test('the keys of a rule for calls', async () => {
    expect(await labels('{"calls": [{|}]}')).toEqual(
      expect.arrayContaining(['root', 'when', 'id', 'key', 'from', 'state', 'gestures', 'alive', 'graceMs']),
    );
  });

  test('the keys of a condition, also inside others', async () => {
    const keys = ['visible', 'has', 'text', 'attr', 'any', 'not'];
    const inside = '{"calls": [{"state": [{"is": "ended", "when": {"any": [{"not": {|}}]}}]}]}';
    expect(await labels('{"fits": {|}}')).toEqual(expect.arrayContaining(keys));
    expect(await labels(inside)).toEqual(expect.arrayContaining(keys));
  });

  test.each([
    [
      '{"calls": [{"state": [{"is": |}]}]}',
      ['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended'],
    ],
    ['{"calls": [{"gestures": [{"is": "|"}]}]}', ['claim', 'reject', 'hang-up']],
    [
      '{"calls": [{"gestures": [{"during": ["|"]}]}]}',
      ['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended'],
    ],
    ['{"answered": |}', ['claim', 'connection', 'both']],
    ['{"calls": [{"from": {"in": "|"}}]}', ['root', 'document', 'top']],
  ])('%s: one of a few words', async (text, words) => {
    expect(await labels(text)).toEqual(words.map((word) => `"${word}"`));
  });

  test('what a key means', async () => {
    expect(await profile.meaning('{"calls": [{"settleMs": 400}]}', 14)).toMatchObject({
      sentences: [expect.stringContaining('Default 400 ms')],
    });
  });
});
