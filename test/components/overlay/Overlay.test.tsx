// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Overlay, type OverlayProps } from '@/components/overlay/Overlay.tsx';
import { FIRST_PLACE } from '@/components/overlay/place.ts';
import type { OverlayState } from '@/lib/messaging.ts';
import { aCall, anEnded, aState, T } from './an-overlay.ts';
import { byPerson, click, press } from './real-events.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Shows the overlay. @returns what it asked for, and a way to show the next moment. */
function show(state: OverlayState | null, facts: Partial<OverlayProps> = {}) {
  const said: unknown[] = [];
  const element = (next: OverlayState | null, more: Partial<OverlayProps>) => (
    <Overlay
      state={next}
      now={T + 22_000}
      place={null}
      bubbles={[]}
      viewport={{ width: 1000, height: 800 }}
      onReason={(...what) => said.push(['reason', ...what])}
      onOpen={(page) => said.push(['open', page])}
      onMove={(place) => said.push(['move', place])}
      onDismiss={(call) => said.push(['dismiss', call])}
      {...facts}
      {...more}
    />
  );
  const { rerender } = render(element(state, {}));
  return { said, next: (after: OverlayState, more: Partial<OverlayProps>) => rerender(element(after, more)) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const card = (name = 'Call from Jane Cooper') => screen.getByRole('article', { name });
const ongoing = aCall({ state: 'ongoing' });
const missing = { reasonsMissing: true, reasons: [] };

test('with nothing to say nothing shows', () => {
  show(aState([]));
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('article')).toBeNull();
});

test('a ringing call shows who calls and for how long', () => {
  show(aState([aCall({ state: 'ringing', answeredAt: null, campaign: 'Google Ads' })]));
  expect(card().textContent).toContain('Ringing');
  expect(card().textContent).toContain('(555) 010-2345 · Google Ads');
  expect(within(card()).getByRole('timer').textContent).toBe('0:30');
  expect(within(card()).queryByRole('progressbar')).toBeNull();
});

test('an answered call shows its talk time against the threshold, and that it would be excused', () => {
  show(aState([aCall()]));
  const bar = within(card()).getByRole('progressbar', { name: 'Talk time' });
  expect(bar.getAttribute('aria-valuetext')).toBe('0:22 of 60 s');
  expect(card().textContent).toContain('Answered');
  expect(card().textContent).toContain('Excused if it ended now');
  expect(card().textContent).toContain('No job booked yet');
});

test('past the threshold it is ongoing without a word from the worker', () => {
  show(aState([aCall()]), { now: T + 60_000 });
  expect(card().textContent).toContain('Ongoing');
  expect(card().textContent).toContain('Unbooked if it ended now');
});

test('a booked job shows with its number, and no reason is asked for', () => {
  show(aState([{ ...ongoing, booked: true, job: '1042' }]));
  expect(card().textContent).toContain('job 1042 booked');
  expect(card().textContent).toContain('Booked if it ended now');
  expect(within(card()).queryByRole('button', { name: 'Give a reason' })).toBeNull();
});

test('a call on hold says so', () => {
  show(aState([{ ...ongoing, onHold: true }]));
  expect(card().textContent).toContain('On hold');
});

test('each open call has a card', () => {
  show(aState([aCall(), aCall({ id: 'sam', name: null })]));
  expect(screen.getAllByRole('article').map((a) => a.getAttribute('aria-label'))).toEqual([
    'Call from Jane Cooper',
    'Call from (555) 010-2345',
  ]);
});

test('an ended call shows what it became and why, and is dismissed by a click', () => {
  const { said } = show(aState([anEnded({ leadBasis: 'over-threshold-no-reasons' })], { reasons: [] }), {
    now: T + 63_000,
  });
  expect(card().textContent).toContain('Unbooked');
  expect(card().textContent).toContain('62 s, no job booked');
  click(button('Dismiss the call from Jane Cooper'));
  expect(said).toEqual([['dismiss', 'jane']]);
});

test('an ended call goes by itself, unless the pointer is on the overlay', () => {
  const ended = aState([anEnded({ state: 'excused', leadBasis: 'none' })]);
  const { next } = show(ended, { now: T + 63_000 });
  fireEvent.pointerEnter(card().closest('section') as Element);
  next(ended, { now: T + 73_000 });
  next(ended, { now: T + 76_000 });
  expect(card()).toBeTruthy();
  fireEvent.pointerLeave(card().closest('section') as Element);
  next(ended, { now: T + 81_000 });
  expect(screen.queryByRole('article')).toBeNull();
});

test('an abandoned call shows its number and the cause', () => {
  const lost = anEnded({
    state: 'abandoned',
    cause: 'not-answered',
    name: null,
    answeredAt: null,
    talkMs: null,
  });
  show(aState([lost]), { now: T + 63_000 });
  expect(card('Call from (555) 010-2345').textContent).toContain('Not answered, rang 70 s');
});

test('the reasons open on request, numbered, each with whether it is a lead', () => {
  const { said } = show(aState([aCall()]));
  expect(screen.queryByRole('radiogroup')).toBeNull();
  click(button('Give a reason'));
  const list = screen.getByRole('radiogroup', { name: 'Reason, call from Jane Cooper' });
  expect(
    within(list)
      .getAllByRole('radio')
      .map((r) => r.textContent),
  ).toEqual(['1Price shoppingLead', '2Wrong numberNo lead']);
  click(within(list).getByRole('radio', { name: /Wrong number/ }));
  expect(said).toEqual([['reason', 'jane', 'wrong']]);
  expect(screen.queryByRole('radiogroup')).toBeNull();
});

test('a call that waits for its reason asks for it', () => {
  show(aState([anEnded()]), { now: T + 63_000 });
  expect(card().textContent).toContain('Why was no job booked?');
  expect(within(card()).getAllByRole('radio')).toHaveLength(2);
});

test('a given reason shows, can be changed and taken back', () => {
  const reason = { id: 'wrong', name: 'Wrong number', isLead: false };
  const { said } = show(aState([{ ...ongoing, reason }]));
  expect(card().textContent).toContain('Wrong number');
  click(button('Take the reason back'));
  click(button('Change'));
  expect(screen.getByRole('radio', { name: /Wrong number/ }).getAttribute('aria-checked')).toBe('true');
  click(screen.getByRole('radio', { name: /Price shopping/ }));
  expect(said).toEqual([
    ['reason', 'jane', null],
    ['reason', 'jane', 'price'],
  ]);
});

test('number keys give the reason, Delete takes it back, other keys do nothing', () => {
  const reason = { id: 'price', name: 'Price shopping', isLead: true };
  const { said } = show(aState([{ ...ongoing, reason }]), { focused: true });
  const radio = screen.getByRole('radio', { name: /Price shopping/ });
  press(radio, '2');
  press(radio, 'Delete');
  press(radio, '9');
  press(radio, 'a');
  press(radio, '1', { ctrlKey: true });
  expect(said).toEqual([
    ['reason', 'jane', 'wrong'],
    ['reason', 'jane', null],
  ]);
});

test('a number outside the cards is for the only call that takes a reason, and for none if there are two', () => {
  const ringing = aCall({ id: 'sam', state: 'ringing', answeredAt: null });
  const { said, next } = show(aState([ongoing, ringing]), { focused: true });
  press(button('Collapse'), '1');
  next(aState([ongoing, aCall({ id: 'sam' })]), {});
  press(button('Collapse'), '2');
  expect(said).toEqual([['reason', 'jane', 'price']]);
});

test('arrow keys walk through the reasons without giving one', () => {
  const { said } = show(aState([ongoing]), { focused: true });
  const [first, second] = screen.getAllByRole('radio');
  first?.focus();
  press(first as Element, 'ArrowDown');
  expect(document.activeElement).toBe(second);
  press(second as Element, 'ArrowDown');
  expect(document.activeElement).toBe(first);
  expect(said).toEqual([]);
});

test('clicks and keys that a script makes are not heard', () => {
  const { said } = show(aState([anEnded({ state: 'excused' })], missing), { now: T + 63_000, focused: true });
  fireEvent.click(button('Dismiss the call from Jane Cooper'));
  fireEvent.click(button('Set up call reasons'));
  fireEvent.click(button('Collapse'));
  fireEvent.keyDown(button(/^Move the overlay/), { key: 'ArrowLeft' });
  expect(said).toEqual([]);
});

test('missing reasons: the warning says what it does to the numbers and leads to the set-up', () => {
  const { said } = show(aState([ongoing], missing));
  const warning = screen.getByRole('region', { name: 'No call reasons set up' });
  expect(warning.textContent).toMatch(/over 60 s counts as a lead/);
  expect(warning.textContent).toMatch(
    /lead count.*conversion rate.*campaign ROI and marketing reports unreliable/,
  );
  click(button('Set up call reasons'));
  expect(said).toEqual([['open', 'reasons']]);
});

test('the warning folds for the day to a mark, and opens again from it', () => {
  const { said, next } = show(aState([ongoing], missing));
  click(button('Hide for today'));
  const folded = { ...FIRST_PLACE, warningFoldedOn: '2026-11-23' };
  expect(said).toEqual([['move', folded]]);
  next(aState([ongoing], missing), { place: folded });
  expect(screen.queryByRole('region', { name: 'No call reasons set up' })).toBeNull();
  click(button('No call reasons set up'));
  expect(said.at(-1)).toEqual(['move', { ...folded, warningFoldedOn: null }]);
  next(aState([ongoing], missing), { place: { ...folded, warningFoldedOn: '2026-11-22' } });
  expect(screen.getByRole('region', { name: 'No call reasons set up' })).toBeTruthy();
});

test('missing reasons without a call leave only a mark, which opens the warning', () => {
  show(aState([], missing), { place: { ...FIRST_PLACE, warningFoldedOn: '2026-11-23' } });
  expect(screen.queryByRole('region', { name: 'No call reasons set up' })).toBeNull();
  click(button('Open: Callmark calls, No call reasons set up'));
  expect(screen.getByRole('region', { name: 'No call reasons set up' })).toBeTruthy();
});

test('a full disk is told plainly, also without a call, and can be folded to a mark', () => {
  show(aState([], { trouble: 'troubleStorageFull' }));
  expect(screen.getByRole('alert').textContent).toMatch(/disk is full/);
  click(button('Hide'));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(button(/disk is full/)).toBeTruthy();
});

test('collapsed, it still shows the state, the clock and how many calls there are', () => {
  const place = { ...FIRST_PLACE, collapsed: true };
  const { said } = show(aState([aCall(), aCall({ id: 'sam', state: 'ringing', answeredAt: null })]), {
    place,
  });
  expect(screen.queryByRole('article')).toBeNull();
  const pill = button('Open: Callmark calls, 2 calls, Answered');
  expect(pill.textContent).toBe('Answered0:222 calls');
  click(pill);
  expect(said).toEqual([['move', FIRST_PLACE]]);
});

test('a collapsed call that waits for its reason says so', () => {
  show(aState([anEnded()]), { place: { ...FIRST_PLACE, collapsed: true }, now: T + 63_000 });
  expect(button(/Unbooked/).textContent).toContain('Reason?');
});

test('it is collapsed by its button and moved by arrow keys on its handle', () => {
  const { said } = show(aState([ongoing]));
  click(button('Collapse'));
  press(button(/^Move the overlay/), 'ArrowLeft');
  expect(said).toEqual([
    ['move', { ...FIRST_PLACE, collapsed: true }],
    ['move', { ...FIRST_PLACE, dx: 36 }],
  ]);
});

test('pressing the mouse in it does not take the focus from the CRM', () => {
  show(aState([ongoing]));
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  Object.defineProperty(down, 'isTrusted', { value: true });
  expect(button('Give a reason').dispatchEvent(down)).toBe(false);
});

test('screen readers hear changes politely, not the clock', () => {
  const { next } = show(aState([aCall()]));
  const news = screen.getByRole('status');
  expect(news.getAttribute('aria-live')).toBe('polite');
  expect(news.textContent).toBe('Jane Cooper: Answered.');
  next(aState([aCall()]), { now: T + 40_000 });
  expect(news.textContent).toBe('Jane Cooper: Answered.');
  next(aState([aCall()]), { now: T + 60_000 });
  expect(news.textContent).toBe('Jane Cooper: ongoing, past 60 s.');
});

/** Layout is what happy-dom has not: the overlay measures 300 by 200. */
function withSize() {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(200);
}

test('it steps off a bubble of the CRM', () => {
  withSize();
  show(aState([ongoing]), { bubbles: [{ left: 700, top: 740, right: 980, bottom: 790 }] });
  const panel = card().closest('section') as HTMLElement;
  expect([panel.style.left, panel.style.top]).toEqual(['680px', '532px']);
});

test('where it cannot stand open without hiding a bubble it collapses, until a person opens it', async () => {
  withSize();
  const everywhere = [{ left: 0, top: 0, right: 1000, bottom: 800 }];
  const { said } = show(aState([ongoing]), { bubbles: everywhere });
  await screen.findByRole('button', { name: /^Open/ });
  expect(screen.queryByRole('article')).toBeNull();
  click(button(/^Open/));
  expect(card()).toBeTruthy();
  expect(said).toEqual([]);
});

test('dragged by its header it is docked to the nearest corner; a drag by a script moves nothing', () => {
  withSize();
  HTMLElement.prototype.setPointerCapture = () => undefined;
  const { said } = show(aState([ongoing]));
  const header = screen.getByRole('banner');
  const drag = (send: (type: string, x: number, y: number) => void) => {
    send('pointerdown', 100, 100);
    send('pointermove', 130, 140);
    send('pointerup', 130, 140);
  };
  const event = (type: string, clientX: number, clientY: number) =>
    new PointerEvent(type, { clientX, clientY, bubbles: true, cancelable: true });
  drag((type, x, y) => header.dispatchEvent(event(type, x, y)));
  expect(said).toEqual([]);
  drag((type, x, y) => byPerson(header, event(type, x, y)));
  expect(said).toEqual([['move', { ...FIRST_PLACE, corner: 'top-left', dx: 30, dy: 40 }]]);
});
