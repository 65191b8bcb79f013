// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { text } from '@/components/text.ts';
import { meets } from '@/lib/crm/lookup.ts';
import written from '@/lib/crm/profiles/demo-crm.json';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { readAgent, readPage } from '@/lib/crm/read.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import { act, newExchange } from './exchange.ts';
import type { Action } from './phone.ts';
import { drawBubble } from './public/bubble.js';

const profile = builtInProfiles.find(({ id }) => id === 'demo-crm') as (typeof builtInProfiles)[number];
const AGENT = 'Dana Ruiz';
const C = 'C-20417';
const RING: Action = { do: 'ring', from: '+15125550142' };
const CLAIM: Action = { do: 'claim', call: C, csr: AGENT };
const DESK: Action = { do: 'deskAnswer', call: C };

// happy-dom lays nothing out: everything would be of no size, so invisible.
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 100, 20);

const page = createPageAccess(document);

beforeEach(() => document.body.replaceChildren());

/** Plays the actions a second apart, draws the bubbles as the CRM does, and reads them by the profile. */
function read(...actions: Action[]) {
  const line = actions.reduce(
    (exchange, action, index) => act(exchange, action, index * 1000).exchange,
    newExchange(),
  );
  document.body.replaceChildren(...line.calls.map((call) => drawBubble(call, AGENT, 10_000)));
  return readPage(profile, page, AGENT).calls;
}

/** Test ids of the controls that are a gesture of this kind in the state shown. */
function controls(is: 'claim' | 'reject' | 'hang-up', ...actions: Action[]) {
  const [call] = read(...actions);
  const gestures = profile.calls[0]?.gestures?.filter(
    (gesture) => gesture.is === is && (!gesture.during || gesture.during.includes(call?.state as never)),
  );
  return [...document.querySelectorAll('button')]
    .filter((button) => gestures?.some((gesture) => meets(button, gesture.click, { page })))
    .map((button) => button.dataset.testid);
}

describe('the demo CRM read by its profile', () => {
  it('is a document that a manager could have written', () => {
    expect(validateProfile(written, text)).toEqual({ profile });
  });

  it('reads who is signed in', () => {
    const name = document.createElement('span');
    name.dataset.testid = 'signed-in-name';
    name.append(AGENT);
    document.body.append(name);
    expect(readAgent(profile, page)).toBe(AGENT);
  });

  it('reads a customer’s call with all its facts', () => {
    expect(read(RING)).toMatchObject([
      {
        state: 'ringing',
        facts: {
          id: C,
          from: '+15125550142',
          name: 'Maria Alvarez',
          to: '+15125550100',
          campaign: 'Google Ads – Main line',
        },
      },
    ]);
  });

  it('knows no name for a new caller', () => {
    expect(read({ do: 'ring', from: '+17375550119' })[0]?.facts).not.toHaveProperty('name');
  });

  it.each([
    ['ringing', [RING]],
    ['connected', [RING, CLAIM]],
    ['connected', [RING, DESK]],
    ['held', [RING, CLAIM, { do: 'hold', call: C }]],
    ['connected', [RING, CLAIM, { do: 'hold', call: C }, { do: 'resume', call: C }]],
    ['ended', [RING, CLAIM, { do: 'endCall', call: C }]],
    ['ended', [RING, { do: 'hangUp', call: C }]],
    ['ended', [RING, { do: 'reject', call: C }]],
    ['taken', [RING, { do: 'takenBy', call: C, csr: 'Marcus Webb' }]],
    ['taken', [RING, { do: 'loseNextClaimTo', csr: 'Priya Nair' }, CLAIM]],
    ['connecting', [{ do: 'dial', to: '+15125550117', csr: AGENT }]],
  ] as [string, Action[]][])('reads %s after %j', (state, actions) => {
    expect(read(...actions)[0]?.state).toBe(state);
  });

  it('reads whose call it is', () => {
    expect(read(RING)[0]?.facts).not.toHaveProperty('claimedBy');
    expect(read(RING, CLAIM)[0]?.facts.claimedBy).toBe(AGENT);
  });

  it('tells outbound calls from inbound ones', () => {
    expect(read({ do: 'dial', to: '+15125550117', csr: AGENT })[0]?.direction).toBe('outbound');
    expect(read(RING)[0]?.direction).toBeNull();
  });

  it('takes a click on the face or on Answer for a claim until somebody has the call', () => {
    expect(controls('claim', RING)).toEqual(['bubble-claim', 'bubble-answer']);
    expect(controls('claim', RING, DESK)).toEqual(['bubble-claim', 'bubble-answer']);
    expect(controls('claim', RING, CLAIM)).toEqual([]);
    expect(controls('claim', RING, { do: 'hangUp', call: C })).toEqual([]);
  });

  it('takes Reject for a rejection while it rings, and Hang up for the end while it does not', () => {
    expect(controls('reject', RING)).toEqual(['bubble-reject']);
    expect(controls('hang-up', RING)).toEqual([]);
    expect(controls('hang-up', RING, CLAIM)).toEqual(['bubble-hang-up']);
    expect(controls('hang-up', RING, CLAIM, { do: 'hold', call: C })).toEqual(['bubble-hang-up']);
  });

  it('sees two calls of one number as two', () => {
    expect(read(RING, { do: 'hangUp', call: C }, RING).map(({ facts }) => facts.id)).toEqual([C, 'C-20418']);
  });
});
