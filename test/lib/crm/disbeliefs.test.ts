// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CallOnScreen, Seen } from '@/lib/calls/seen.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { watch } from '@/lib/crm/watch.ts';
import { handClock } from './hand-clock.ts';
import { one, showPage } from './page.ts';

/** What any reader of a page must not believe: each sentence is false, shown over the whole watcher. */
const profile: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  calls: [
    {
      root: '.call',
      from: '.from',
      state: [
        { is: 'ended', when: { matches: '.grey' } },
        { is: 'connected', when: { matches: '.green' } },
      ],
      gestures: [
        { is: 'claim', click: '.answer' },
        { is: 'hang-up', click: '.red' },
      ],
    },
  ],
  bookings: [{ url: 'job/\\d+$', after: 'job/new$', job: { read: 'url', pattern: '(\\d+)$' } }],
};

const A = '(555) 010-1111';
const B = '(555) 010-2222';
const START = 1_000_000;

function call(from: string, state = '', inner = ''): string {
  const controls = '<button class="answer"></button><button class="red"></button>';
  return `<div class="call ${state}"><b class="from">${from}</b>${inner}${controls}</div>`;
}

/** Watches a page, by a clock that is turned by hand; every time is ms since the start. */
function scene(markup: string, address = 'https://crm.example/#desk') {
  showPage(markup);
  const clock = handClock(START);
  const control = new AbortController();
  const seen: Seen[] = [];
  const navigation = browserHistory(address);
  onTestFinished(() => control.abort());
  watch({
    profile,
    document,
    report: (s) => seen.push(s),
    signal: control.signal,
    now: clock.now,
    after: clock.after,
  });
  return {
    go: navigation.go,
    /** The page changes at that time; until then timers run. */
    async at(ms: number, change: () => void): Promise<void> {
      clock.advance(START + ms - clock.now());
      change();
      await Promise.resolve();
    },
    /** As `at`, in a tab whose timers are held back. */
    async atWithoutTimers(ms: number, change: () => void): Promise<void> {
      clock.pass(START + ms - clock.now());
      change();
      await Promise.resolve();
    },
    /** All calls that were told until then, each as it was told last. */
    callsBy(ms: number): string[] {
      clock.advance(START + ms - clock.now());
      return told(seen);
    },
    told: () => told(seen),
    /** All numbers that were ever told, also those that were corrected later. */
    numbers: () => [
      ...new Set(seen.flatMap((s) => (s.kind === 'reading' ? s.calls.map(({ from }) => from) : []))),
    ],
    others: () => seen.flatMap((s) => (s.kind === 'reading' ? [] : [[s.kind, s.at - START]])),
  };
}

/** "number state since–since in this state" of each call that was ever told, by start. */
function told(seen: Seen[]): string[] {
  const last = new Map<string, CallOnScreen>();
  for (const s of seen) if (s.kind === 'reading') for (const c of s.calls) last.set(c.screenId, c);
  return [...last.values()]
    .sort((a, b) => a.since - b.since)
    .map((c) => `${c.from} ${c.state} ${c.since - START}–${c.stateSince - START}`);
}

function page(markup: string): () => void {
  return () => {
    document.body.innerHTML = markup;
  };
}

/** What a person's click is to the page. */
function click(selector: string, isTrusted = true): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  one(selector).dispatchEvent(Object.defineProperty(event, 'isTrusted', { value: isTrusted }));
}

/** The browser's account of the address; happy-dom has none. */
function browserHistory(address: string) {
  const navigation = Object.assign(new EventTarget(), { currentEntry: { url: address }, activation: null });
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  onTestFinished(() => {
    Reflect.deleteProperty(window, 'navigation');
  });
  return {
    go(to: string) {
      const from = navigation.currentEntry;
      navigation.currentEntry = { url: to };
      const event = Object.assign(new Event('currententrychange'), { navigationType: 'push', from });
      navigation.dispatchEvent(event);
    },
  };
}

describe('what no reader may believe', () => {
  test('1. Element there = ringing', async () => {
    const panel = (style: string) =>
      `<div style="${style}">${call('Incoming call')}</div><div class="call" style="${style}">Incoming call</div>`;
    const { at, callsBy } = scene(panel('display: none'));
    await at(1_000, page(panel('visibility: hidden')));
    expect(callsBy(10_000)).toEqual([]);
  });

  test('2. Visible = ringing', async () => {
    const { at, callsBy } = scene(call(A, 'green'));
    await at(5_000, () => one('.call').classList.replace('green', 'grey'));
    await at(65_000, () => one('.call').append('closes soon'));
    await at(600_000, () => one('.call').remove());
    expect(callsBy(605_000)).toEqual([`${A} ended 0–5000`]);
  });

  test('2. Visible = ringing: not after a hang-up click either, though the page shows no sign of the end', async () => {
    const { at, callsBy } = scene(call(A, 'green'));
    await at(59_000, () => click('.red'));
    await at(59_200, page(''));
    await at(59_700, page(call(A, 'green')));
    await at(70_000, page(''));
    expect(callsBy(80_000)).toEqual([`${A} ended 0–59000`]);
  });

  test('3. A running timer = answered', async () => {
    const { at, callsBy } = scene(call(A, '', '<time>0:00</time>'));
    for (let s = 1; s <= 30; s++) await at(s * 1_000, () => one('time').replaceChildren(`0:${s}`));
    expect(callsBy(30_500)).toEqual([`${A} ringing 0–0`]);
  });

  test('4. The caller read at first sight is the caller', async () => {
    const { at, callsBy, numbers } = scene(
      `<div class="call" style="display: none"><b class="from">${A}</b></div>`,
    );
    await at(10_000, () => one('.call').removeAttribute('style'));
    await at(10_150, () => one('.from').replaceChildren(B));
    expect(callsBy(12_000)).toEqual([`${B} ringing 10000–10000`]);
    await at(20_000, () => one('.call').setAttribute('style', 'display: none'));
    await at(30_000, () => one('.call').removeAttribute('style'));
    expect(callsBy(32_000)).toEqual([`${B} ended 10000–20000`, `${B} ringing 30000–30000`]);
    expect(numbers()).toEqual([B]);
  });

  test('5. Removed = ended', async () => {
    const { at, callsBy } = scene(call(A, 'green'));
    await at(10_000, page('<nav>drawn anew</nav>'));
    await at(11_000, page(`<nav></nav>${call(A, 'green')}`));
    expect(callsBy(60_000)).toEqual([`${A} connected 0–0`]);
    await at(60_500, page(''));
    expect(callsBy(70_000)).toEqual([`${A} ended 0–60500`]);
  });

  test('6. Every answer is a click here', async () => {
    const { at, callsBy, others } = scene(call(A));
    await at(8_000, () => one('.call').classList.add('green'));
    expect(callsBy(9_000)).toEqual([`${A} connected 0–8000`]);
    expect(others()).toEqual([]);
  });

  test('6. Every answer is a click here: a click that the page makes itself is none', async () => {
    const { at, others } = scene(call(A));
    await at(8_000, () => click('.answer', false));
    expect(others()).toEqual([]);
    await at(9_000, () => click('.answer'));
    expect(others()).toEqual([['gesture', 9_000]]);
  });

  test('7. The first match is it', async () => {
    const hidden = `<b class="from" style="display: none">${B}</b>`;
    const active = call(A, 'green').replace('<b', `${hidden}<b`);
    const { at, callsBy } = scene(active);
    expect(callsBy(900)).toEqual([`${A} connected 0–0`]);
    await at(1_000, () => one('.call').insertAdjacentHTML('beforebegin', call(B)));
    expect(callsBy(3_000)).toEqual([`${A} connected 0–0`, `${B} ringing 1000–1000`]);
  });

  test('8. Address changed = booked', async () => {
    const { at, go, others } = scene(call(A));
    await at(2_000, () => go('https://crm.example/#job/7'));
    await at(3_000, () => go('https://crm.example/#job/new'));
    await at(4_000, () => go('https://crm.example/#job/1001'));
    expect(others()).toEqual([['booking', 4_000]]);
  });

  test('9. A node is one call', async () => {
    const { at, callsBy } = scene(call(A, 'green'));
    await at(30_000, () => {
      one('.call').className = 'call';
      one('.from').replaceChildren(B);
    });
    expect(callsBy(40_000)).toEqual([`${A} ended 0–30000`, `${B} ringing 30000–30000`]);
  });

  test('10. A page in the background runs on time', async () => {
    const { atWithoutTimers, told: now } = scene('');
    await atWithoutTimers(60_000, page(call(A)));
    expect(now()).toEqual([`${A} ringing 60000–60000`]);
    await atWithoutTimers(90_000, () => one('.call').classList.add('green'));
    await atWithoutTimers(150_000, page(''));
    await atWithoutTimers(210_000, page('<p>other</p>'));
    expect(now()).toEqual([`${A} ended 60000–150000`]);
  });
});
