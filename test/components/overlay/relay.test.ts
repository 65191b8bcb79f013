// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { real } from '@/components/overlay/real.ts';
import { relayEvents } from '@/components/overlay/relay.ts';
import { byPerson } from './real-events.ts';

let controller: AbortController;
let host: HTMLElement;
let first: HTMLButtonElement;
let second: HTMLButtonElement;
let under: Element | null;
/** What the page's own listeners heard, and what reached the overlay's handlers. */
let page: string[];
let inside: string[];

const TYPES = ['keydown', 'keyup', 'pointerdown', 'mousedown', 'click', 'wheel', 'contextmenu'];

beforeEach(() => {
  controller = new AbortController();
  page = [];
  inside = [];
  host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.innerHTML = '<section class="panel"><button>one</button><button>two</button></section>';
  [first, second] = [...shadow.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
  under = first;
  shadow.elementFromPoint = () => under;
  document.body.append(host);
  relayEvents(host, shadow, controller.signal, () => inside.push('focus'));
  const { signal } = controller;
  for (const type of TYPES) {
    document.addEventListener(type, (event) => page.push(event.type), { capture: true, signal });
    shadow.addEventListener(
      type,
      real((event: Event) => inside.push(`${event.type} ${(event.target as Element).textContent}`)),
    );
  }
});

afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

const key = (type: string, code: string, repeat = false) =>
  new KeyboardEvent(type, { key: code, code, repeat, bubbles: true, cancelable: true, composed: true });
const mouse = (type: string) =>
  new MouseEvent(type, { detail: 1, bubbles: true, cancelable: true, composed: true });
const pointer = (type: string) => new PointerEvent(type, { bubbles: true, cancelable: true, composed: true });

test('a key pressed in the overlay reaches the focused control and not the page', () => {
  second.focus();
  byPerson(host, key('keydown', 'KeyA'));
  expect(inside).toContain('keydown two');
  expect(page).toEqual([]);
});

test('keys pressed in the page stay the page’s', () => {
  byPerson(document.body, key('keydown', 'KeyA'));
  expect(page).toEqual(['keydown']);
});

test('the release of a key that was pressed in the overlay is not the page’s, wherever the focus went', () => {
  byPerson(host, key('keydown', 'Escape'));
  byPerson(document.body, key('keydown', 'Escape', true));
  byPerson(document.body, key('keyup', 'Escape'));
  expect(page).toEqual([]);
  byPerson(document.body, key('keydown', 'Escape'));
  byPerson(document.body, key('keyup', 'Escape'));
  expect(page).toEqual(['keydown', 'keyup']);
});

test('a click reaches the control under the pointer and not the page', () => {
  byPerson(host, pointer('pointerdown'));
  byPerson(host, mouse('mousedown'));
  byPerson(host, mouse('click'));
  expect(inside).toEqual(['pointerdown one', 'mousedown one', 'click one']);
  expect(page).toEqual([]);
});

test('a click that began on another control is none', () => {
  byPerson(host, pointer('pointerdown'));
  under = second;
  byPerson(host, mouse('click'));
  expect(inside).toEqual(['pointerdown one']);
});

test('what a handler prevents is prevented', () => {
  first.addEventListener('mousedown', (event) => event.preventDefault());
  expect(byPerson(host, mouse('mousedown'))).toBe(false);
  expect(byPerson(host, pointer('pointerdown'))).toBe(true);
});

test('what a script sends to the overlay reaches neither', () => {
  host.dispatchEvent(pointer('pointerdown'));
  host.dispatchEvent(mouse('click'));
  host.dispatchEvent(key('keydown', 'Digit1'));
  expect(inside).toEqual([]);
  expect(page).toEqual([]);
});

test('wheel and context menu in the overlay are not told to the page', () => {
  byPerson(host, mouse('wheel'));
  byPerson(host, mouse('contextmenu'));
  expect(page).toEqual([]);
});

test('focus that comes and goes is told here and not to the page', () => {
  document.addEventListener('focusin', () => page.push('focusin'), {
    capture: true,
    signal: controller.signal,
  });
  byPerson(host, new FocusEvent('focusin', { bubbles: true, composed: true }));
  expect(inside).toEqual(['focus']);
  expect(page).toEqual([]);
});
