// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readField } from '@/lib/crm/field.ts';
import type { Field } from '@/lib/crm/profile.ts';
import { one, scope, showPage } from './page.ts';

const page = `
  <header><span class="me"> Dana   Ruiz </span></header>
  <div id="it" data-id="C-1">
    <span class="copy" style="display: none">old</span><span class="copy">new</span>
    <span class="hidden" style="display: none">kept</span>
    <span class="blank">  </span>
    <input class="number" value="555 0102">
    <a class="link" href="https://crm.example/c/7?x=1">open</a>
    <em class="color" style="color: red">x</em>
    <span class="said">Call from (555) 0102 now</span>
  </div>`;

describe('field', () => {
  test.each<[string, Field | undefined, string | undefined]>([
    ['the first visible match counts, not a hidden copy before it', '.copy', 'new'],
    ['the short form does not read what is hidden in a root that shows', '.hidden', undefined],
    ['the long form reads it where nothing visible matches', { find: '.hidden' }, 'kept'],
    ['an empty field is absent', '.blank', undefined],
    ['so is one that is not there', '.none', undefined],
    ['and one the profile does not have', undefined, undefined],
    ['of alternatives the first with anything visible', ['.hidden', '.copy'], 'new'],
    ['the whole document, white space made single', { find: '.me', in: 'document' }, 'Dana Ruiz'],
    ['without find, the root itself', { read: '@data-id' }, 'C-1'],
    ['an attribute that is absent', { read: '@data-none' }, undefined],
    ['the value of an input', { find: '.number', read: 'value' }, '555 0102'],
    ['the address of a link', { find: '.link', read: 'href' }, 'https://crm.example/c/7?x=1'],
    ['a part of it by a pattern', { find: '.link', read: 'href', pattern: '/c/(\\d+)' }, '7'],
    ['a style', { find: '.color', read: 'style.color', pattern: '^(red|rgb\\(255, 0, 0\\))$' }, 'red'],
    ['the group of a pattern', { find: '.said', pattern: 'from ([()\\d ]+) now' }, '(555) 0102'],
    ['a pattern that is not found', { find: '.said', pattern: 'to (\\d+)' }, undefined],
    ['a pattern whose group is empty', { find: '.said', pattern: 'Call( *)from' }, undefined],
  ])('%s', (_, field, value) => {
    showPage(page);
    expect(readField(field, one('#it'), scope())).toBe(value);
  });

  test('in a root that is hidden, hidden text is all there is', () => {
    showPage('<div id="it" style="display: none"><b>555 0102</b></div>');
    expect(readField('b', one('#it'), scope())).toBe('555 0102');
  });

  test('a value is bounded', () => {
    showPage(`<p id="it">${'x'.repeat(5_000)}</p>`);
    expect(readField({}, one('#it'), scope())).toHaveLength(200);
  });
});
