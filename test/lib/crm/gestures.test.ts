// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { gestureOf, onPersonsClick } from '@/lib/crm/gestures.ts';
import type { Profile, StateName } from '@/lib/crm/profile.ts';
import { access, one, showPage } from './page.ts';

const profile: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  calls: [
    {
      root: '.bubble',
      gestures: [
        { is: 'claim', click: 'root', during: ['ringing', 'connecting'] },
        { is: 'claim', click: ['.answer', '.take'], during: ['ringing', 'connected'] },
        { is: 'reject', click: '.red', during: ['ringing'] },
        { is: 'hang-up', click: '.red', during: ['connected', 'held'] },
      ],
    },
    { root: '.row', gestures: [{ is: 'claim', click: '.answer' }] },
  ],
};

const markup = `
  <div class="bubble"><b>Jane</b><button class="answer"><i>Answer</i></button><button class="red">x</button></div>
  <div class="row"><button class="answer">Answer</button></div>
  <button class="red" id="outside">x</button>`;

/** The path of an event on the element, as the browser composes it. */
function pathOf(element: Element): EventTarget[] {
  const path: EventTarget[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return [...path, document, window];
}

/** What a click on the element means while both calls are in that state. */
function meaning(selector: string, state: StateName): string | null {
  const shown = ['.bubble', '.row'].map((root, rule) => ({
    sighting: {
      rule,
      root: one(root),
      state,
      direction: null,
      facts: {},
      expectsId: false,
      settleMs: 400,
      graceMs: 1_500,
    },
    call: { screenId: root, state, direction: 'inbound' as const, since: 0, stateSince: 0 },
  }));
  const gesture = gestureOf(pathOf(one(selector)), shown, profile, access());
  return gesture && `${gesture.is} ${gesture.call.screenId}`;
}

describe('what a click means', () => {
  test.each<[string, StateName, string | null]>([
    ['.bubble b', 'ringing', 'claim .bubble'],
    ['.bubble', 'ringing', 'claim .bubble'],
    ['.bubble b', 'connected', null],
    ['.bubble .answer i', 'ringing', 'claim .bubble'],
    ['.bubble .answer', 'connected', 'claim .bubble'],
    ['.bubble .red', 'ringing', 'reject .bubble'],
    ['.bubble .red', 'held', 'hang-up .bubble'],
    ['.bubble .red', 'ended', null],
    ['.bubble b', 'connecting', 'claim .bubble'],
    ['.bubble .red', 'connecting', null],
    ['.row .answer', 'ringing', 'claim .row'],
    ['.row .answer', 'ended', null],
    ['.row', 'ringing', null],
    ['#outside', 'ringing', null],
  ])('%s while %s: %s', (selector, state, expected) => {
    showPage(markup);
    expect(meaning(selector, state)).toBe(expected);
  });
});

describe('whose click', () => {
  function click(trusted: boolean): { event: MouseEvent; clicks: number } {
    showPage(markup);
    const control = new AbortController();
    let clicks = 0;
    onPersonsClick(window, { signal: control.signal, clicked: () => clicks++ });
    const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    if (trusted) Object.defineProperty(event, 'isTrusted', { value: true });
    one('.bubble .answer').dispatchEvent(event);
    control.abort();
    one('.bubble .answer').dispatchEvent(event);
    return { event, clicks };
  }

  test("a person's click counts, and the page feels nothing of it", () => {
    const { event, clicks } = click(true);
    expect(clicks).toBe(1);
    expect(event.defaultPrevented).toBe(false);
  });

  test('a click made by a script is no claim', () => {
    expect(click(false).clicks).toBe(0);
  });
});
