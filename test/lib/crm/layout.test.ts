// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { hasRoom, isRendered, isVisible } from '@/lib/crm/layout.ts';
import { one, showPage } from './page.ts';

describe('visible', () => {
  test.each([
    ['<p id="it">hello</p>', true],
    ['<p id="it" style="display: none">hello</p>', false],
    ['<div style="display: none"><p id="it">hello</p></div>', false],
    ['<p id="it" style="visibility: hidden">hello</p>', false],
    ['<p id="it" style="opacity: 0">fading in</p>', true],
    ['<p id="it" style="width: 0px"></p>', false],
    ['<div style="height: 0px; overflow-y: hidden"><p id="it">folded away</p></div>', false],
    ['<div style="height: 0px"><p id="it">stands out of its wrapper</p></div>', true],
    ['<div id="it" style="height: 0px"><p>a portal: only its child has a size</p></div>', true],
    ['<div id="it" style="height: 0px; overflow-y: hidden"><p>cut off</p></div>', false],
    [
      '<div id="it" style="height: 0px; overflow-y: hidden"><p style="position: fixed">a dock</p></div>',
      true,
    ],
    [
      '<div style="height: 0px; overflow-y: hidden"><p id="it" style="position: fixed">not cut off</p></div>',
      true,
    ],
  ])('%s: %s', (markup, visible) => {
    showPage(markup);
    expect(isVisible(one('#it'))).toBe(visible);
  });

  test('an element that is not in the document is not visible', () => {
    showPage('');
    expect(isVisible(document.createElement('p'))).toBe(false);
    expect(isRendered(document.createElement('p'))).toBe(false);
  });
});

test('a frame without any room says nothing about visibility', () => {
  showPage('');
  expect(hasRoom(document)).toBe(true);
  const { innerWidth } = window;
  Object.defineProperty(window, 'innerWidth', { value: 0, configurable: true });
  expect(hasRoom(document)).toBe(false);
  Object.defineProperty(window, 'innerWidth', { value: innerWidth, configurable: true });
});

test('a frame of another site that its host hides says nothing either, though its window keeps its size', () => {
  showPage('<p>hello</p>');
  document.documentElement.style.display = 'none';
  expect(window.innerWidth).toBeGreaterThan(0);
  expect(hasRoom(document)).toBe(false);
  document.documentElement.style.display = '';
  expect(hasRoom(document)).toBe(true);
});
