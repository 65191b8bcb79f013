// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CallRule, Profile } from '@/lib/crm/profile.ts';
import { callRoots, readAgent, readPage } from '@/lib/crm/read.ts';
import { one, showPage } from './page.ts';

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
    expect(readPage(profile(bubble), document, undefined)).toEqual({
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
    });
  });

  test('no state rule holds: it says so, and does not guess', () => {
    showPage('<div class="bubble">Incoming call 0:12</div>');
    expect(readPage(profile(bubble), document, undefined).calls).toMatchObject([{ state: null }]);
  });

  test('a root that does not meet its condition shows no call', () => {
    showPage('<div class="bubble" style="display: none">Incoming call</div>');
    expect(readPage(profile(bubble), document, undefined)).toEqual({ calls: [], dormant: [one('.bubble')] });
    const anyhow = readPage(profile({ ...bubble, when: {} }), document, undefined);
    expect(anyhow.calls).toHaveLength(1);
  });

  test("another CSR's name means taken, unless the call is over or nobody is known to be signed in", () => {
    showPage(
      '<div class="bubble"><i class="csr">Kim</i></div><div class="bubble grey"><i class="csr">Kim</i></div>',
    );
    const states = (agent?: string) => readPage(profile(bubble), document, agent).calls.map((c) => c.state);
    expect(states('Dana')).toEqual(['taken', 'ended']);
    expect(states('kim')).toEqual([null, 'ended']);
    expect(states()).toEqual([null, 'ended']);
  });

  test('a selector that means half the page is bounded', () => {
    showPage('<p class="bubble">x</p>'.repeat(80));
    expect(readPage(profile(bubble), document, undefined).calls).toHaveLength(50);
    expect(callRoots(profile(bubble), document)).toHaveLength(50);
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
    for (let i = 0; i < 3; i++) expect(readPage(broken, document, undefined).calls).toEqual([]);
    expect(told).toEqual(['p[', '(']);
  });

  test('who is signed in', () => {
    showPage('<i class="me"> Dana Ruiz </i>');
    expect(readAgent(profile(bubble), document)).toBe('Dana Ruiz');
  });
});
