// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type MountOptions, mountOverlay } from '@/components/overlay/mount.tsx';
import { aCall, anEnded, aState, T } from './an-overlay.ts';
import { byPerson, click } from './real-events.ts';

let controller: AbortController;
/** The closed root of the overlay mounted last: nobody else can get at it, so it is caught as it is made. */
let shadow: ShadowRoot;
let now = T;

beforeEach(() => {
  vi.useFakeTimers();
  controller = new AbortController();
  now = T;
  // happy-dom knows no top layer.
  HTMLElement.prototype.showPopover = () => undefined;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    shadow = attach.call(this, init);
    return shadow;
  });
});

afterEach(() => {
  controller.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

function mount(options: Partial<MountOptions> = {}) {
  const said: unknown[] = [];
  const overlay = mountOverlay({
    signal: controller.signal,
    place: null,
    bubbles: () => [],
    onReason: (...what) => said.push(['reason', ...what]),
    onOpen: (page) => said.push(['open', page]),
    onMove: (place) => said.push(['move', place]),
    now: () => now,
    ...options,
  });
  return {
    said,
    show: (state: Parameters<typeof overlay.show>[0]) => act(() => overlay.show(state)),
    overlay,
  };
}

const host = () => document.querySelector('callmark-overlay');
const all = <E extends Element = HTMLElement>(selector: string) => [...shadow.querySelectorAll<E>(selector)];

/** Lets `ms` pass on every clock. */
function pass(ms: number) {
  now += ms;
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test('it adds one element beside the body and changes no other node of the page', () => {
  document.body.innerHTML = '<main>CRM</main>';
  const before = document.body.outerHTML;
  mount().show(aState([aCall()]));
  expect(host()?.parentNode).toBe(document.documentElement);
  expect(document.body.outerHTML).toBe(before);
  expect(host()?.shadowRoot).toBeNull();
});

test('the clock ticks while a call shows, and stops with the last card', () => {
  const { show } = mount();
  show(aState([aCall()]));
  expect(all('[role=timer]')[0]?.textContent).toBe('0:00');
  pass(1_005);
  expect(all('[role=timer]')[0]?.textContent).toBe('0:01');
  show(aState([anEnded({ state: 'excused', endedAt: now, talkMs: 1_000 })]));
  for (let second = 0; second < 14; second++) pass(1_005);
  expect(all('article')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a dismissed call stays away', () => {
  const { show } = mount();
  const ended = aState([anEnded({ endedAt: T })]);
  show(ended);
  click(all('[aria-label^="Dismiss"]')[0] as Element);
  expect(all('article')).toEqual([]);
  show(ended);
  expect(all('article')).toEqual([]);
});

test('a move shows at once and is told, to be remembered', () => {
  const { said, show } = mount();
  show(aState([aCall()]));
  click(all('[aria-label="Collapse"]')[0] as Element);
  expect(said).toMatchObject([['move', { collapsed: true }]]);
  expect(all('.pill')).toHaveLength(1);
});

test('it takes the place of what a dead instance left behind', () => {
  document.documentElement.append(document.createElement('callmark-overlay'));
  mount();
  expect(document.querySelectorAll('callmark-overlay')).toHaveLength(1);
});

test('thrown out by the page it comes back, a few times a second at most', async () => {
  mount();
  for (let round = 0; round < 3; round++) {
    host()?.remove();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(host()).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  expect(host()).not.toBeNull();
});

test('tampered with by the page it is put right', async () => {
  mount();
  host()?.setAttribute('inert', '');
  await vi.advanceTimersByTimeAsync(500);
  expect(host()?.getAttributeNames()).toEqual(['popover']);
});

test('once the extension is gone it draws nothing and does not come back', async () => {
  let alive = true;
  const { show } = mount({ alive: () => alive });
  alive = false;
  show(aState([aCall()]));
  expect(all('article')).toEqual([]);
  host()?.remove();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(host()).toBeNull();
});

test('aborted, it leaves nothing behind', () => {
  mount().show(aState([aCall()]));
  controller.abort();
  expect(host()).toBeNull();
  pass(2_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('the command puts the focus on the reasons, Escape puts it back where it was', async () => {
  document.body.innerHTML = '<input>';
  const input = document.querySelector('input');
  input?.focus();
  const { show, overlay } = mount();
  show(aState([anEnded({ endedAt: T })]));
  overlay.focus();
  await vi.advanceTimersByTimeAsync(0);
  expect(shadow.activeElement?.getAttribute('role')).toBe('radio');
  byPerson(shadow.activeElement as Element, new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(document.activeElement).toBe(input);
});

test('Tab goes round in the overlay', async () => {
  const { show, overlay } = mount();
  show(aState([anEnded({ endedAt: T })]));
  overlay.focus();
  await vi.advanceTimersByTimeAsync(0);
  const stops = all('button:not([tabindex="-1"])');
  const seen = stops.map(() => {
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    byPerson(shadow.activeElement as Element, event);
    expect(event.defaultPrevented).toBe(true);
    return shadow.activeElement;
  });
  expect(new Set(seen)).toEqual(new Set(stops));
});

test('with nothing to show the command leaves the focus alone', () => {
  document.body.innerHTML = '<input>';
  document.querySelector('input')?.focus();
  mount().overlay.focus();
  expect(document.activeElement).toBe(document.querySelector('input'));
});
