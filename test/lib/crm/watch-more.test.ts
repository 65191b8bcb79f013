// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Seen } from '@/lib/calls/seen.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { TraceNote } from '@/lib/crm/trace.ts';
import { watch } from '@/lib/crm/watch.ts';
import { handClock } from './hand-clock.ts';
import { one, showPage } from './page.ts';

const acme: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  calls: [
    {
      root: '.bubble',
      from: 'b',
      state: [
        { is: 'connected', when: { matches: '.on' } },
        { is: 'ringing', when: { matches: '.rings' } },
      ],
      direction: [{ is: 'outbound', when: { firstSeen: 'connected' } }],
      gestures: [{ is: 'claim', click: 'root', during: ['ringing'] }],
    },
  ],
};

const START = 1_000_000;

/** Watches a page by a profile, by a clock that is turned by hand. */
function scene(markup: string, change: Partial<Profile> = {}) {
  showPage(markup);
  const clock = handClock(START);
  const control = new AbortController();
  onTestFinished(() => control.abort());
  const seen: Seen[] = [];
  const notes: TraceNote[] = [];
  watch({
    profile: { ...acme, ...change },
    document,
    report: (s) => seen.push(s),
    trace: (note) => notes.push(note),
    signal: control.signal,
    now: clock.now,
    after: clock.after,
  });
  /** The page changes; its observer hears of it, and a second passes. */
  const then = async (draw: () => void) => {
    draw();
    await Promise.resolve();
    clock.advance(1_000);
  };
  return { seen, notes, clock, then };
}

/** What a browser does with a person's event, or with one that it delivers itself. */
function trusted<E extends Event>(event: E): E {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}

describe('what does not fit the profile', () => {
  const many = (n: number) => '<p class="bubble rings"><b>555</b></p>'.repeat(n);
  const noted = (seen: Seen[]) => seen.flatMap((s) => (s.kind === 'reading' && s.notes ? [s.notes] : []));

  test('a rule that is too wide shows no calls, and is told, at most once a minute', async () => {
    const { seen, notes, clock, then } = scene(many(51));
    expect(seen).toMatchObject([{ calls: [], notes: { tooWide: [0] } }]);
    expect(notes).toMatchObject([{ what: 'rule-too-wide', path: 'calls[0].root' }]);
    for (let i = 0; i < 5; i++) await then(() => one('.bubble:first-child').setAttribute('data-i', `${i}`));
    expect(noted(seen)).toHaveLength(1);
    clock.advance(60_000);
    await then(() => one('.bubble:first-child').setAttribute('data-i', '9'));
    expect(noted(seen)).toHaveLength(2);
  });

  test('once it fits again, its calls are read', async () => {
    const { seen, then } = scene(many(51));
    await then(() => document.body.replaceChildren(...[one('.bubble:first-child')]));
    expect(seen.at(-1)).toMatchObject({ calls: [{ from: '555', state: 'ringing' }] });
    expect(noted(seen)).toHaveLength(1);
  });

  test('a call whose state no rule tells is told too', async () => {
    const { seen } = scene('<p class="bubble"><b>555</b></p>');
    expect(noted(seen)).toEqual([{ unknown: 1 }]);
  });
});

describe('how a call began', () => {
  test('one that shows up connected after the page had loaded is outbound; one found there is not', async () => {
    const { seen, clock, then } = scene('<p class="bubble on"><b>(555) 010-1111</b></p>');
    expect(seen.at(-1)).toMatchObject({ calls: [{ direction: 'inbound' }] });
    clock.advance(6_000);
    await then(() => {
      document.body.insertAdjacentHTML('beforeend', '<p class="bubble on"><b>(555) 010-2222</b></p>');
    });
    expect(seen.at(-1)).toMatchObject({ calls: [{ direction: 'inbound' }, { direction: 'outbound' }] });
  });
});

describe('messages', () => {
  const origin = 'https://phone.example';
  const rule = (type: string, is: 'ringing' | 'connected' | 'ended' | 'claim') => ({
    origin,
    path: { type },
    is,
    from: 'from',
  });
  const messages = [
    rule('ring', 'ringing'),
    rule('start', 'connected'),
    rule('end', 'ended'),
    rule('answer', 'claim'),
  ];
  const post = (type: string, more: object = {}) => {
    const data = { type, from: '+1 555 010 1111', ...more };
    window.dispatchEvent(trusted(new MessageEvent('message', { data, origin })));
  };

  test('tell of a call that the page does not show, from its ring to its end', async () => {
    const { seen, then } = scene('<p>nothing</p>', { messages });
    await then(() => post('ring'));
    await then(() => post('answer'));
    await then(() => post('start'));
    await then(() => post('end'));
    expect(seen.map((s) => (s.kind === 'reading' ? (s.calls[0]?.state ?? '-') : s.kind))).toEqual([
      '-',
      'ringing',
      'gesture',
      'connected',
      'ended',
    ]);
  });

  test('and a bubble of the same number are one call', async () => {
    const { seen, then } = scene('<p class="bubble rings"><b>(555) 010-1111</b></p>', { messages });
    await then(() => post('ring'));
    await then(() => post('start'));
    expect(seen.at(-1)).toMatchObject({ calls: [{ state: 'connected', from: '(555) 010-1111' }] });
  });

  test('name a call that the page drew a moment before them, from the start', async () => {
    const named = messages.map((rule) => ({ ...rule, id: 'id' }));
    const { seen, clock, then } = scene('', { messages: named });
    clock.advance(1_000);
    document.body.insertAdjacentHTML('beforeend', '<p class="bubble rings"><b>(555) 010-1111</b></p>');
    await Promise.resolve();
    clock.advance(100);
    await then(() => post('ring', { id: 'C-1' }));
    expect(seen.at(-1)).toMatchObject({ calls: [{ screenId: 'id:C-1', id: 'C-1', since: START + 1_000 }] });
    expect(seen.filter((s) => s.kind === 'reading' && s.calls.length > 0)).toHaveLength(1);
  });

  test('that a page’s own script makes up are no messages', async () => {
    const { seen, then } = scene('', { messages });
    const data = { type: 'ring', from: '555' };
    await then(() => window.dispatchEvent(new MessageEvent('message', { data, origin })));
    expect(seen).toHaveLength(1);
  });
});

describe('what is ignored', () => {
  test('a click that means nothing in the state of the call, and one that a script made, are told', () => {
    const { notes, seen } = scene('<p class="bubble on"><b>555</b></p>');
    one('b').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
    one('b').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(notes).toEqual([
      {
        at: START,
        what: 'click-in-other-state',
        path: 'calls[0].gestures[0]',
        gesture: 'claim',
        state: 'connected',
      },
      { at: START, what: 'click-by-script', path: '' },
    ]);
    expect(seen.some(({ kind }) => kind === 'gesture')).toBe(false);
  });
});

describe('a page that floods', () => {
  /** Draws what `draw` says for every number, 50 ms apart, and lets every timer run. */
  async function flood(clock: ReturnType<typeof handClock>, count: number, draw: (n: number) => void) {
    for (let n = 0; n < count; n++) {
      draw(n);
      await Promise.resolve();
      clock.advance(50);
    }
  }

  test('a call that flips without end is told as a level, and at last as it is', async () => {
    const { seen, clock } = scene('<p class="bubble rings"><b>555</b></p>');
    await flood(clock, 400, (n) => {
      one('.bubble b').textContent = `555 ${n}`;
    });
    // 20 in five seconds, for 20 seconds.
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.length).toBeLessThanOrEqual(100);
    clock.advance(2_000);
    const last = seen.at(-1);
    expect(last?.kind === 'reading' && last.calls.at(-1)).toMatchObject({ from: '555 399' });
  });

  test('what waits to be told is told before the page goes', async () => {
    const { seen, clock } = scene('<p class="bubble rings"><b>555</b></p>');
    await flood(clock, 60, (n) => {
      one('.bubble b').textContent = `555 ${n}`;
    });
    window.dispatchEvent(new Event('pagehide'));
    expect(seen.slice(-2)).toMatchObject([{ calls: [{ from: '555 59' }] }, { kind: 'farewell' }]);
  });

  test('confirmations without end are no bookings, and that is noted', async () => {
    const { seen, notes, clock } = scene('<p></p>', {
      bookings: [{ appears: '.toast', job: { read: 'text' } }],
    });
    await flood(clock, 200, (n) => {
      document.body.innerHTML = `<p class="toast">Job ${n}</p>`;
    });
    const booked = seen.filter(({ kind }) => kind === 'booking');
    expect(booked.length).toBeGreaterThanOrEqual(20);
    expect(booked.length).toBeLessThanOrEqual(60);
    expect(notes).toContainEqual({ at: expect.any(Number), path: 'bookings', what: 'too-many' });
  });
});
