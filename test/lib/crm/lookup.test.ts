// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { holds, select } from '@/lib/crm/lookup.ts';
import type { Condition } from '@/lib/crm/profile.ts';
import { one, scope, showPage } from './page.ts';

const ids = (elements: Element[]) => elements.map((e) => e.id);

describe('alternatives of a selector', () => {
  test('the first that matches anything visible counts', () => {
    showPage('<p id="a" class="old" style="display: none"></p><p id="b" class="new">x</p>');
    expect(ids(select(['.old', '.new'], document, scope()))).toEqual(['b']);
  });

  test('where none matches anything visible, the first that matches counts', () => {
    showPage(
      '<p id="a" class="old" style="display: none"></p><p id="b" class="new" style="display: none"></p>',
    );
    expect(ids(select(['.none', '.old', '.new'], document, scope()))).toEqual(['a']);
  });

  test('none matches: nothing', () => {
    showPage('');
    expect(select(['.a', '.b'], document, scope())).toEqual([]);
  });
});

describe('condition', () => {
  const page = `
    <div class="panel"><div id="it" class="card" data-state="on hold" style="color: red">
      Incoming <b>call</b><i style="display: none">ended</i><span class="timer">0:12</span>
    </div></div><p class="elsewhere">x</p>`;

  test.each<[string, Condition, boolean]>([
    ['an empty one always holds', {}, true],
    ['visible', { visible: true }, true],
    ['not visible', { visible: false }, false],
    ['matches', { matches: '.card' }, true],
    ['matches one of several', { matches: ['.x', '.card'] }, true],
    ['matches asks the root itself, not what is in it', { matches: '.timer' }, false],
    ['has', { has: '.timer' }, true],
    ['has looks inside the root', { has: '.elsewhere' }, false],
    ['has looks at the whole document if told so', { has: { find: '.elsewhere', in: 'document' } }, true],
    ['has with a condition of its own', { has: { find: 'i', when: { visible: true } } }, false],
    ['within', { within: '.panel' }, true],
    ['within asks ancestors, not the root itself', { within: '.card' }, false],
    ['text joins what is written in pieces', { text: '^Incoming call' }, true],
    ['text does not see what the page hides', { text: 'ended' }, false],
    ['attr', { attr: { 'data-state': '^on hold$' } }, true],
    ['an attribute that is absent matches nothing', { attr: { 'data-none': '' } }, false],
    ['style', { style: { color: '^(red|rgb\\(255, 0, 0\\))$' } }, true],
    ['any', { any: [{ text: 'no' }, { has: '.timer' }] }, true],
    ['any of none that hold', { any: [{ text: 'no' }, { has: '.no' }] }, false],
    ['not', { not: { has: '.timer' } }, false],
    ['all parts must hold', { visible: true, text: 'no' }, false],
  ])('%s', (_, condition, held) => {
    showPage(page);
    expect(holds(condition, one('#it'), scope())).toBe(held);
  });

  test('the text of an element that is not drawn is its text content', () => {
    showPage('<p id="it" style="display: none">Incoming call</p>');
    expect(holds({ text: '^Incoming call$' }, one('#it'), scope())).toBe(true);
  });

  test('text is bounded: what lies behind 2,000 characters is not looked at', () => {
    showPage(`<p id="it">${'x'.repeat(1_999)}yz</p>`);
    expect(holds({ text: 'xy$' }, one('#it'), scope())).toBe(true);
    expect(holds({ text: 'z' }, one('#it'), scope())).toBe(false);
  });
});
