// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readField } from '@/lib/crm/field.ts';
import type { Field } from '@/lib/crm/profile.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';
import { type AskTop, createTop } from '@/lib/crm/top.ts';
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

describe('where a field is read', () => {
  const page = `
    <section class="panel" data-queue="Sales"><h2>Queue</h2><div id="it"><b>555</b></div></section>
    <p class="who">Dana</p>`;

  test.each<[string, Field, string | undefined]>([
    ['in an ancestor', { in: { closest: '.panel' }, read: '@data-queue' }, 'Sales'],
    ['inside of an ancestor', { find: 'h2', in: { closest: '.panel' } }, 'Queue'],
    ['in no such ancestor', { find: 'h2', in: { closest: '.other' } }, undefined],
    ['anywhere in the document', { find: '.who', in: 'document' }, 'Dana'],
  ])('%s', (_, field, value) => {
    showPage(page);
    expect(readField(field, one('#it'), scope())).toBe(value);
  });

  test('in the top document it is what that one is known to say', () => {
    showPage(page);
    const top = createPageAccess(document, { top: (field) => `said of ${field.find}` });
    expect(readField({ find: '.who', in: 'top' }, one('#it'), { page: top })).toBe('said of .who');
  });
});

describe('the top document', () => {
  const field = { find: '.who', in: 'top' as const };

  /** A frame of another origin: its window's top gives no document. */
  function framed(ask?: AskTop) {
    const frame = {
      defaultView: {
        get top() {
          throw new DOMException('of another origin', 'SecurityError');
        },
      },
    };
    const clock = { at: 0 };
    let changes = 0;
    const top = createTop({
      document: frame as unknown as Document,
      ask,
      now: () => clock.at,
      changed: () => changes++,
      signal: new AbortController().signal,
    });
    return { top, clock, changes: () => changes };
  }

  test('of one origin is read at once', () => {
    showPage('<p class="who">Dana</p>');
    const { now, signal } = { now: () => 0, signal: new AbortController().signal };
    expect(createTop({ document, ask: undefined, now, changed: () => undefined, signal })(field)).toBe(
      'Dana',
    );
  });

  test('of another origin is asked, once a second at most, and what it says counts from then on', async () => {
    const asked: Field[] = [];
    const { top, clock, changes } = framed(async (f) => {
      asked.push(f);
      return `Dana ${asked.length}`;
    });
    expect(top(field)).toBeUndefined();
    await Promise.resolve();
    await Promise.resolve();
    expect([top(field), changes(), asked]).toEqual(['Dana 1', 1, [field]]);
    clock.at = 1_000;
    expect(top(field)).toBe('Dana 1');
    await Promise.resolve();
    await Promise.resolve();
    expect([top(field), asked.length]).toEqual(['Dana 2', 2]);
  });

  test('that nobody reads says nothing', async () => {
    expect(framed().top(field)).toBeUndefined();
    const { top, changes } = framed(() => Promise.reject(new Error('nobody')));
    top(field);
    await Promise.resolve();
    await Promise.resolve();
    expect([top(field), changes()]).toEqual([undefined, 0]);
  });
});
