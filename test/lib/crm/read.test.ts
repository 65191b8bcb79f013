// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CallRule, Profile } from '@/lib/crm/profile.ts';
import { callRoots, readAgent, readPage } from '@/lib/crm/read.ts';
import { access, one, showPage } from './page.ts';

const profile = (...calls: CallRule[]): Profile => ({
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  agent: '.me',
  calls,
});

const bubble: CallRule = {
  root: '.bubble',
  id: { read: '@data-id' },
  from: '.from',
  claimedBy: '.csr',
  direction: [{ is: 'outbound', when: { text: 'Outgoing' } }],
  state: [
    { is: 'ended', when: { matches: '.grey' } },
    { is: 'connected', when: { has: '.live' } },
  ],
};

describe('one look at a page', () => {
  test('every visible root is a call on screen, with its fields and its state', () => {
    showPage(
      '<div class="bubble" data-id="7">Outgoing <b class="from">555</b><i class="live"></i></div>' +
        '<div class="bubble grey"><i class="live"></i></div>',
    );
    expect(readPage(profile(bubble), access(), undefined)).toEqual({
      calls: [
        {
          rule: 0,
          root: document.querySelector('.bubble'),
          state: 'connected',
          direction: 'outbound',
          facts: { id: '7', from: '555' },
          expectsId: true,
          settleMs: 400,
          graceMs: 1_500,
        },
        expect.objectContaining({ state: 'ended', direction: null, facts: {} }),
      ],
      dormant: [],
      tooWide: [],
      unknown: 0,
    });
  });

  test('no state rule holds: it says so, and does not guess', () => {
    showPage('<div class="bubble">Incoming call 0:12</div>');
    expect(readPage(profile(bubble), access(), undefined).calls).toMatchObject([{ state: null }]);
  });

  test('a root that does not meet its condition shows no call', () => {
    showPage('<div class="bubble" style="display: none">Incoming call</div>');
    expect(readPage(profile(bubble), access(), undefined)).toMatchObject({
      calls: [],
      dormant: [one('.bubble')],
    });
    const anyhow = readPage(profile({ ...bubble, when: {} }), access(), undefined);
    expect(anyhow.calls).toHaveLength(1);
  });

  test("another CSR's name means taken, unless the call is over or nobody is known to be signed in", () => {
    showPage(
      '<div class="bubble"><i class="csr">Kim</i></div><div class="bubble grey"><i class="csr">Kim</i></div>',
    );
    const states = (agent?: string) => readPage(profile(bubble), access(), agent).calls.map((c) => c.state);
    expect(states('Dana')).toEqual(['taken', 'ended']);
    expect(states('kim')).toEqual([null, 'ended']);
    expect(states()).toEqual([null, 'ended']);
  });

  test('a rule that means half the page is not read at all, and says so; the others go on', () => {
    showPage(`${'<p class="bubble">x</p>'.repeat(51)}<p class="row">y</p>`);
    const row = { root: '.row' };
    const look = readPage(profile(bubble, row), access(), undefined);
    expect(look).toMatchObject({ calls: [{ rule: 1 }], tooWide: [0] });
    expect(callRoots(profile(bubble, row), access())).toEqual([one('.row')]);
    one('.bubble:first-child').remove();
    expect(readPage(profile(bubble), access(), undefined)).toMatchObject({ tooWide: [] });
  });

  test('of thousands of elements under the root selector none is asked anything', () => {
    showPage('<p class="bubble" style="display: none">x</p>'.repeat(1_001));
    expect(readPage(profile(bubble), access(), undefined)).toMatchObject({ tooWide: [0], dormant: [] });
  });

  test('a call for which no state rule holds is counted where ringing has a rule of its own', () => {
    showPage('<p class="bubble">x</p>');
    const withRinging: CallRule = {
      ...bubble,
      state: [...(bubble.state ?? []), { is: 'ringing', when: { text: 'Incoming' } }],
    };
    expect(readPage(profile(withRinging), access(), undefined).unknown).toBe(1);
    expect(readPage(profile(bubble), access(), undefined).unknown).toBe(0);
  });

  test('a selector or an expression that cannot be used matches nothing, and is told once', () => {
    showPage('<div class="bubble">x</div>');
    const { error } = console;
    const told: unknown[] = [];
    console.error = (...said: unknown[]) => told.push(said[1]);
    onTestFinished(() => {
      console.error = error;
    });
    const broken = profile({ root: 'p[' }, { root: '.bubble', when: { text: '(' } });
    for (let i = 0; i < 3; i++) expect(readPage(broken, access(), undefined).calls).toEqual([]);
    expect(told).toEqual(['p[', '(']);
  });

  test('who is signed in', () => {
    showPage('<i class="me"> Dana Ruiz </i>');
    expect(readAgent(profile(bubble), access())).toBe('Dana Ruiz');
  });
});
