// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { explain } from '@/lib/crm/explain.ts';
import type { BookingRule, CallRule, Profile } from '@/lib/crm/profile.ts';
import { access, one, showPage } from './page.ts';

const bubble: CallRule = {
  root: '.bubble',
  when: { visible: true, attr: { 'data-live': 'yes' } },
  from: { find: '.from', read: '@data-number' },
  name: '.name',
  direction: [{ is: 'outbound', when: { text: 'Outgoing' } }],
  state: [
    { is: 'ended', when: { matches: '.grey' } },
    { is: 'connected', when: { has: '.timer', text: 'Talking' } },
  ],
  gestures: [
    { is: 'claim', click: '.answer' },
    { is: 'reject', click: '.reject' },
  ],
};

const explained = (rule: CallRule, bookings: BookingRule[] = []) =>
  explain(
    {
      schema: 1,
      id: 'acme',
      name: 'Acme',
      matches: ['https://a/*'],
      calls: [rule],
      bookings,
    } satisfies Profile,
    access(),
  );

const BOX = `<div class="bubble" data-live="yes"><i class="from" data-number="5125550142">Maria</i>
  <b class="timer"></b><button class="answer"></button><button class="answer"></button></div>`;

describe('what a profile means on a page', () => {
  test('a call, with each rule before the one that holds and the part of it that does not', () => {
    showPage(BOX.replace('Maria', 'Talking to Maria'));
    expect(explained(bubble).calls).toMatchObject([
      {
        state: 'connected',
        statePath: 'calls[0].state[1]',
        stateNot: [{ is: 'ended', path: 'calls[0].state[0].when.matches' }],
      },
    ]);
  });

  test('no state where no rule holds, with the part of each that fails', () => {
    showPage(BOX);
    expect(explained(bubble).calls[0]).toMatchObject({
      state: null,
      statePath: null,
      stateNot: [{ path: 'calls[0].state[0].when.matches' }, { path: 'calls[0].state[1].when.text' }],
    });
  });

  test('fields with what was read and where, and those that have nothing to read', () => {
    showPage(BOX);
    expect(explained(bubble).calls[0]?.fields).toEqual([
      {
        name: 'from',
        path: 'calls[0].from',
        value: '5125550142',
        element: one('.from'),
        read: '@data-number',
      },
      { name: 'name', path: 'calls[0].name', element: null, read: 'text' },
    ]);
  });

  test('gestures with all that a click may land on', () => {
    showPage(BOX);
    const [claim, reject] = explained(bubble).calls[0]?.gestures ?? [];
    expect(claim?.targets).toHaveLength(2);
    expect(reject?.targets).toEqual([]);
    expect(
      explained({ root: '.bubble', gestures: [{ is: 'claim', click: 'root' }] }).calls[0]?.gestures,
    ).toEqual([{ is: 'claim', path: 'calls[0].gestures[0]', targets: [one('.bubble')] }]);
  });

  test('an element that is not taken for a call, with the part that says so', () => {
    showPage(`${BOX.replace('yes', 'no')}${BOX.replace('<div', '<div style="display: none"')}`);
    const found = explained(bubble);
    expect(found.calls).toEqual([]);
    expect(found.roots).toEqual([2]);
    expect(found.passed.map(({ path }) => path)).toEqual([
      'calls[0].when.attr.data-live',
      'calls[0].when.visible',
    ]);
  });

  test('the direction and the rule that says it', () => {
    showPage(BOX.replace('Maria', 'Outgoing'));
    expect(explained(bubble).calls[0]).toMatchObject({
      direction: 'outbound',
      directionPath: 'calls[0].direction[0]',
    });
  });

  test('a confirmation with its job, and an element that is none', () => {
    showPage('<p class="toast">Job 4711 booked</p><p class="toast">Saved</p>');
    const rule: BookingRule = { appears: '.toast', when: { text: 'booked' }, job: { pattern: 'Job (\\d+)' } };
    expect(explained(bubble, [rule]).bookings).toMatchObject([
      { path: null, fields: [{ name: 'job', value: '4711' }] },
      { path: 'bookings[0].when.text' },
    ]);
  });
});
