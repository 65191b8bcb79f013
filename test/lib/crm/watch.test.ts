// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Seen } from '@/lib/calls/seen.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { watch } from '@/lib/crm/watch.ts';
import { handClock } from './hand-clock.ts';
import { one, showPage } from './page.ts';

const profile: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  agent: '.me',
  calls: [
    {
      root: '.bubble',
      id: { read: '@data-id' },
      from: '.from',
      claimedBy: '.csr',
      state: [
        { is: 'ended', when: { matches: '.grey' } },
        { is: 'connected', when: { has: '.live' } },
      ],
      gestures: [
        { is: 'claim', click: '.answer' },
        { is: 'hang-up', click: '.red' },
      ],
    },
  ],
  bookings: [{ appears: '.toast', job: { pattern: '#(\\d+)' } }],
};

const START = 1_000_000;
const bubble = (inner = '', more = '') =>
  `<div class="bubble ${more}" data-id="C-1"><span class="from">555 010 1111</span>${inner}` +
  '<button class="answer">Answer</button><button class="red">x</button></div>';

/** Watches a page; `change` sets its markup and lets the observer hear of it. */
function scene(markup: string) {
  showPage(markup);
  const clock = handClock(START);
  const control = new AbortController();
  const seen: Seen[] = [];
  const watching = watch({
    profile,
    document,
    report: (s) => seen.push(s),
    signal: control.signal,
    now: clock.now,
    after: clock.after,
  });
  onTestFinished(() => control.abort());
  return {
    clock,
    control,
    seen,
    watching,
    /** What was reported since the last time this was asked. */
    news: () => seen.splice(0).map(brief),
    async change(next: string, at?: number) {
      if (at !== undefined) clock.pass(START + at - clock.now());
      document.body.innerHTML = next;
      await Promise.resolve();
    },
    click(selector: string, trusted = true) {
      const event = new MouseEvent('click', { bubbles: true, composed: true });
      if (trusted) Object.defineProperty(event, 'isTrusted', { value: true });
      one(selector).dispatchEvent(event);
    },
  };
}

function brief(s: Seen): string {
  const at = `${s.at - START}`;
  switch (s.kind) {
    case 'reading':
      return `${at} ${s.calls.map((c) => `${c.id} ${c.state}@${c.stateSince - START}`).join(', ') || 'no call'}`;
    case 'gesture':
      return `${at} ${s.is} ${s.call.id} ${s.call.state}`;
    case 'booking':
      return `${at} booked ${s.job}`;
    case 'farewell':
      return `${at} farewell`;
    default:
      return s satisfies never;
  }
}

describe('watching a page', () => {
  test('the first reading is reported at once, with who is signed in', () => {
    const { seen } = scene(`<i class="me">Dana</i>${bubble()}`);
    expect(seen).toEqual([
      {
        kind: 'reading',
        at: START,
        agent: 'Dana',
        calls: [
          {
            screenId: 'id:C-1',
            id: 'C-1',
            from: '555 010 1111',
            state: 'ringing',
            direction: 'inbound',
            since: START,
            stateSince: START,
          },
        ],
      },
    ]);
  });

  test('a call that rings right after the page loaded is told with who is signed in, named late', async () => {
    const { seen, change } = scene('<p>loading</p>');
    await change(`<i class="me">Dana</i>${bubble()}`, 700);
    expect(seen.at(-1)).toMatchObject({ kind: 'reading', agent: 'Dana', calls: [{ id: 'C-1' }] });
  });

  test('"Element there = ringing" is false: a hidden panel shows no call', async () => {
    const hidden = `<div style="display: none">${bubble()}</div>`;
    const { news, change } = scene(hidden);
    await change(`${hidden}<p>other</p>`, 5_000);
    expect(news()).toEqual(['0 no call']);
  });

  test('"A running timer = answered" is false: only what the profile names as connected is', () => {
    const { news } = scene(bubble('<time>0:12</time>'));
    expect(news()).toEqual(['0 C-1 ringing@0']);
  });

  test('"Every answer is a click here" is false: a call that connects by itself is told as connected', async () => {
    const { news, change } = scene(bubble());
    await change(bubble('<b class="live"></b>'), 8_000);
    expect(news()).toEqual(['0 C-1 ringing@0', '8000 C-1 connected@8000']);
  });

  test('a call is told in its course, and only when something changes', async () => {
    const { news, change } = scene('');
    await change(bubble(), 1_000);
    await change(bubble(), 1_500);
    await change(bubble('<b class="live"></b>'), 6_000);
    await change(bubble('<b class="live"></b>', 'grey'), 70_000);
    expect(news()).toEqual([
      '0 no call',
      '1000 C-1 ringing@1000',
      '6000 C-1 connected@6000',
      '70000 C-1 ended@70000',
    ]);
  });

  test('in a hidden tab no timer runs, and still every change is read on time', async () => {
    const { news, change } = scene('');
    await change(bubble(), 60_000);
    await change('', 120_000);
    await change('<p></p>', 180_000);
    expect(news()).toEqual([
      '0 no call',
      '60000 C-1 ringing@60000',
      '120000 C-1 ringing@60000',
      '180000 C-1 ended@120000',
    ]);
  });

  test('what only a style changes is found within a second, and the end is dated to the last sighting', () => {
    const { news, clock } = scene(bubble());
    const { checkVisibility } = Element.prototype;
    clock.advance(2_500);
    Element.prototype.checkVisibility = function () {
      return this === document.documentElement;
    };
    clock.advance(5_000);
    Element.prototype.checkVisibility = checkVisibility;
    expect(news()).toEqual(['0 C-1 ringing@0', '3500 C-1 ended@2000']);
  });

  test('while a call shows, a full reading is repeated every 20 s; an end for a minute', async () => {
    const { news, clock, change } = scene(bubble());
    clock.advance(41_000);
    expect(news()).toEqual(['0 C-1 ringing@0', '20000 C-1 ringing@0', '40000 C-1 ringing@0']);
    await change(bubble('', 'grey'), 42_000);
    clock.advance(200_000);
    expect(news()).toEqual(['42000 C-1 ended@42000', '62000 C-1 ended@42000', '82000 C-1 ended@42000']);
    await change('', 300_000);
    clock.advance(10_000);
    expect(news()).toEqual(['301500 no call']);
  });

  test('nothing is read while nothing changes and no call shows', () => {
    const { clock } = scene('');
    let asked = 0;
    const query = document.querySelectorAll;
    document.querySelectorAll = ((s: string) => {
      asked++;
      return query.call(document, s);
    }) as typeof query;
    clock.advance(600_000);
    document.querySelectorAll = query;
    expect(asked).toBe(0);
  });

  test('look() reports now, also what did not change', () => {
    const { news, watching, clock } = scene('');
    clock.pass(300);
    watching.look();
    expect(news()).toEqual(['0 no call', '300 no call']);
  });

  test('where calls show, and who is signed in, can be asked at any time', () => {
    const { watching } = scene(`<i class="me">Dana</i>${bubble()}`);
    expect(watching.roots()).toEqual([expect.objectContaining({ width: 10, height: 10 })]);
    expect(watching.agent()).toBe('Dana');
  });

  test("a call with another CSR's name is taken; one with my own is not", async () => {
    const { news, change } = scene(`<i class="me">Dana</i>${bubble()}`);
    await change(`<i class="me">Dana</i>${bubble('<i class="csr">DANA</i>')}`, 1_000);
    await change(`<i class="me">Dana</i>${bubble('<i class="csr">Kim</i>')}`, 2_000);
    expect(news()).toEqual(['0 C-1 ringing@0', '1000 C-1 ringing@0', '2000 C-1 taken@2000']);
  });

  test('stopped, it is silent and deaf', async () => {
    const { news, change, control, click } = scene(bubble());
    news();
    control.abort();
    await change('', 5_000);
    await change(bubble(), 6_000);
    click('.answer');
    window.dispatchEvent(new Event('pagehide'));
    expect(news()).toEqual([]);
  });
});

describe('clicks', () => {
  test('a claim is told with the call as it shows, even one that rang in the same instant', () => {
    const { news, click } = scene('');
    document.body.innerHTML = bubble();
    click('.answer');
    expect(news()).toEqual(['0 no call', '0 C-1 ringing@0', '0 claim C-1 ringing']);
  });

  test('a click by page script is no claim', () => {
    const { news, click } = scene(bubble());
    click('.answer', false);
    expect(news()).toEqual(['0 C-1 ringing@0']);
  });

  test('a hang-up click and what follows ended the call at the click', async () => {
    const { news, click, change, clock } = scene(bubble('<b class="live"></b>'));
    clock.pass(59_990);
    click('.red');
    await change('', 60_200);
    expect(news()).toEqual([
      '0 C-1 connected@0',
      '59990 C-1 connected@0',
      '59990 hang-up C-1 connected',
      '60200 C-1 ended@59990',
    ]);
  });
});

describe('bookings', () => {
  test('are told after the reading of the same look, those at the start never', async () => {
    const { news, change } = scene('<p class="toast">#1</p>');
    await change(`<p class="toast">#1</p><p class="toast">#2</p>${bubble()}`, 1_000);
    expect(news()).toEqual(['0 no call', '1000 C-1 ringing@1000', '1000 booked 2']);
  });
});

describe('a page that goes', () => {
  test('says what it last showed, then farewell', () => {
    const { news, clock } = scene(bubble());
    clock.pass(50);
    document.body.innerHTML = bubble('<b class="live"></b>');
    window.dispatchEvent(new Event('pagehide'));
    expect(news()).toEqual(['0 C-1 ringing@0', '50 C-1 connected@50', '50 farewell']);
  });

  test('and comes back from the cache: it is read again', () => {
    const { news, clock } = scene('');
    window.dispatchEvent(new Event('pagehide'));
    clock.pass(9_000);
    document.body.innerHTML = bubble();
    window.dispatchEvent(new Event('pageshow'));
    expect(news()).toEqual(['0 no call', '0 farewell', '9000 C-1 ringing@9000']);
  });

  test('in a frame that its host hides, what is known stands', async () => {
    const { news, change, clock } = scene(bubble());
    const { innerWidth } = window;
    Object.defineProperty(window, 'innerWidth', { value: 0, configurable: true });
    await change('', 60_000);
    // It goes on being told, or the background would take the watcher for dead.
    clock.advance(40_000);
    Object.defineProperty(window, 'innerWidth', { value: innerWidth, configurable: true });
    await change(bubble(), 120_000);
    expect(news()).toEqual([0, 60_000, 80_000, 100_000, 120_000].map((at) => `${at} C-1 ringing@0`));
  });
});
