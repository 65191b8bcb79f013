// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Seen } from '@/lib/calls/seen.ts';
import { readField } from '@/lib/crm/field.ts';
import { holds, meets, select } from '@/lib/crm/lookup.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';
import { stepsOf } from '@/lib/crm/selector.ts';
import { watch } from '@/lib/crm/watch.ts';
import { handClock } from './hand-clock.ts';
import { one, showPage } from './page.ts';

const closed = new WeakMap<Element, ShadowRoot>();
const openShadow = (host: Element) => host.shadowRoot ?? closed.get(host) ?? null;

/** Draws markup in the shadow of the element that the selector means. */
function draw(host: Element, mode: ShadowRootMode, markup: string): ShadowRoot {
  const root = host.attachShadow({ mode });
  if (mode === 'closed') closed.set(host, root);
  root.innerHTML = markup;
  return root;
}

/** A phone in a closed shadow root, with a list in an open one inside of it. */
function phone(): ShadowRoot {
  showPage('<x-phone></x-phone><p class="card">none</p>');
  const outer = draw(one('x-phone'), 'closed', '<x-list></x-list>');
  return draw(
    outer.querySelector('x-list') as Element,
    'open',
    '<div class="card" data-id="7"><b>(555) 010-1111</b><button class="take">Take</button></div>',
  );
}

const scope = () => ({ page: createPageAccess(document, { openShadow }) });

describe('>>>', () => {
  test('steps into open and closed shadow roots, as often as it stands there', () => {
    const list = phone();
    expect(select('x-phone >>> x-list >>> .card', document, scope())).toEqual([list.querySelector('.card')]);
    expect(select('.card', document, scope())).toEqual([one('p.card')]);
  });

  test('finds nothing where the step before has no shadow root', () => {
    phone();
    expect(select('p >>> .card', document, scope())).toEqual([]);
  });

  test('at the begin it steps into the shadow of the searched element itself', () => {
    phone();
    const host = one('x-phone');
    expect(select('>>> x-list', host, scope())).toHaveLength(1);
    expect(readField('>>> x-list >>> b', host, scope())).toBe('(555) 010-1111');
  });

  test('an element meets it where its host meets the step before', () => {
    const list = phone();
    const card = list.querySelector('.card') as Element;
    expect(meets(card, 'x-list >>> .card', scope())).toBe(true);
    expect(meets(card, 'x-phone >>> x-list >>> .card', scope())).toBe(true);
    expect(meets(card, 'x-other >>> .card', scope())).toBe(false);
    expect(meets(one('p.card'), 'x-list >>> .card', scope())).toBe(false);
  });

  test('an ancestor is looked for across shadow roots', () => {
    const card = phone().querySelector('.card') as Element;
    expect(holds({ within: 'x-phone' }, card, scope())).toBe(true);
    expect(holds({ within: 'x-phone >>> x-list' }, card, scope())).toBe(true);
    expect(holds({ within: 'main' }, card, scope())).toBe(false);
  });
});

describe('{id} and {key}', () => {
  const markup = '<p data-of="7">seven</p><p class="line-x1">x1</p>';

  test('stand for the call’s own, whatever characters it has', () => {
    showPage(markup);
    const page = createPageAccess(document);
    expect(select('p[data-of="{id}"]', document, { page, id: '7' })).toEqual([one('[data-of="7"]')]);
    expect(stepsOf('p[data-of="{id}"]', { page, id: 'a"] , *' })).toEqual([
      'p[data-of="a\\"\\]\\ \\,\\ \\*"]',
    ]);
    expect(select('.line-{key}', document, { page, key: 'x1' })).toEqual([one('.line-x1')]);
  });

  test('a selector that needs what the call does not have matches nothing', () => {
    showPage(markup);
    expect(select('p:not([data-of="{id}"])', document, { page: createPageAccess(document) })).toEqual([]);
  });
});

describe('watching', () => {
  const profile: Profile = {
    schema: 1,
    id: 'acme',
    name: 'Acme',
    matches: ['https://a/*'],
    calls: [
      {
        root: 'x-phone >>> x-list >>> .card',
        id: { read: '@data-id' },
        from: 'b',
        state: [{ is: 'connected', when: { matches: '.on' } }],
        gestures: [{ is: 'claim', click: '.take' }],
      },
    ],
  };

  test('hears changes and clicks inside of a closed shadow root', async () => {
    const list = phone();
    const clock = handClock(1_000_000);
    const control = new AbortController();
    onTestFinished(() => control.abort());
    const seen: Seen[] = [];
    const { now, after } = clock;
    const report = (s: Seen) => seen.push(s);
    watch({ profile, document, report, signal: control.signal, openShadow, now, after });
    expect(seen.at(-1)).toMatchObject({ calls: [{ id: '7', state: 'ringing', from: '(555) 010-1111' }] });

    clock.advance(1_000);
    const click = new MouseEvent('click', { bubbles: true, composed: true });
    Object.defineProperty(click, 'isTrusted', { value: true });
    list.querySelector('.take')?.dispatchEvent(click);
    expect(seen.at(-1)).toMatchObject({ kind: 'gesture', is: 'claim', call: { id: '7' } });

    list.querySelector('.card')?.classList.add('on');
    await Promise.resolve();
    clock.advance(100);
    expect(seen.at(-1)).toMatchObject({ kind: 'reading', calls: [{ state: 'connected' }] });
  });

  test('finds a shadow root that its component gets late, though that changes no document', async () => {
    showPage('<x-app></x-app>');
    const clock = handClock(1_000_000);
    const control = new AbortController();
    onTestFinished(() => control.abort());
    const seen: Seen[] = [];
    const { now, after } = clock;
    const late: Profile = { ...profile, calls: [{ root: 'x-app >>> .card', from: 'b' }] };
    watch({ profile: late, document, report: (s) => seen.push(s), signal: control.signal, now, after });
    clock.advance(60_000);
    const root = draw(one('x-app'), 'open', '<main></main>');
    clock.advance(1_000);
    root.innerHTML = '<div class="card"><b>(555) 010-2222</b></div>';
    await Promise.resolve();
    clock.advance(200);
    expect(seen.at(-1)).toMatchObject({ calls: [{ from: '(555) 010-2222', since: 1_061_000 }] });
  });
});
