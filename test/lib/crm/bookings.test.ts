// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createBookings } from '@/lib/crm/bookings.ts';
import type { BookingRule } from '@/lib/crm/profile.ts';
import { access, one, showPage } from './page.ts';

const toast: BookingRule = {
  appears: '.toast',
  when: { visible: true, text: 'booked' },
  job: { pattern: '#(\\d+)' },
  call: { read: '@data-call' },
};

/** Looks at a page that changes from markup to markup; gives what is booked at each look. */
function looks(rule: BookingRule, ...pages: [at: number, markup: string][]): string[][] {
  const [first] = pages;
  showPage(first?.[1] ?? '');
  const bookings = createBookings([rule], access());
  return pages.map(([at, markup], i) => {
    if (i > 0) document.body.innerHTML = markup;
    return bookings.look(at, at, i === 0).map((b) => `${b.at} ${b.job ?? '-'} ${b.call ?? '-'}`);
  });
}

const job = (n: number) => `<p class="toast" data-call="C-1">Job #${n} booked</p>`;

describe('bookings', () => {
  test('an element that is inserted counts, with its job and its call', () => {
    expect(looks(toast, [0, ''], [500, job(7)])).toEqual([[], ['500 7 C-1']]);
  });

  test('what was there at the start does not count', () => {
    expect(looks(toast, [0, job(7)], [500, job(7)])).toEqual([[], []]);
  });

  test('one that stays on screen counts once, also if it is drawn anew at every tick', () => {
    expect(looks(toast, [0, ''], [500, job(7)], [1_000, job(7)], [1_500, ''], [2_000, job(7)])).toEqual([
      [],
      ['500 7 C-1'],
      [],
      [],
      [],
    ]);
  });

  test('two jobs are two bookings, in one look or one after the other', () => {
    expect(looks(toast, [0, ''], [500, job(7)], [1_000, job(7) + job(8)], [1_500, job(9) + job(10)])).toEqual(
      [[], ['500 7 C-1'], ['1000 8 C-1'], ['1500 9 C-1', '1500 10 C-1']],
    );
  });

  test('without a number, a second copy beside the first is one more, and so is one a while later', () => {
    const plain: BookingRule = { appears: '.toast' };
    const said = '<p class="toast">Job booked</p>';
    expect(looks(plain, [0, ''], [500, said], [600, said + said], [1_000, ''], [9_000, said])).toEqual([
      [],
      ['500 - -'],
      ['600 - -'],
      [],
      ['9000 - -'],
    ]);
  });

  test('an element that was hidden and is shown counts', () => {
    showPage(`<div id="box" style="display: none">${job(7)}</div>`);
    const bookings = createBookings([toast], access());
    expect(bookings.look(0, 0, true)).toEqual([]);
    one('#box').style.display = 'block';
    expect(bookings.look(500, 500, false)).toMatchObject([{ job: '7' }]);
  });

  test('a node whose text changes into it counts, and again with another text', () => {
    showPage('<p class="toast">Saving…</p>');
    const bookings = createBookings([toast], access());
    bookings.look(0, 0, true);
    one('.toast').textContent = 'Job #7 booked';
    one('.toast').dataset.call = 'C-1';
    expect(bookings.look(500, 500, false)).toMatchObject([{ job: '7' }]);
    one('.toast').textContent = 'Job #8 booked';
    expect(bookings.look(900, 900, false)).toMatchObject([{ job: '8' }]);
    expect(bookings.look(9_000, 9_000, false)).toEqual([]);
  });

  test('one that fills in is one booking, told with its job and its call, at the moment it came', () => {
    const empty = '<p class="toast">Job booked</p>';
    showPage('');
    const bookings = createBookings([toast], access());
    bookings.look(0, 0, true);
    document.body.innerHTML = empty;
    const node = one('.toast');
    expect(bookings.look(500, 500, false)).toEqual([]);
    expect(bookings.deadline()).toBe(900);
    node.textContent = 'Job #7 booked';
    expect(bookings.look(700, 700, false)).toEqual([]);
    node.dataset.call = 'C-1';
    expect(bookings.look(800, 800, false)).toEqual([{ kind: 'booking', at: 500, job: '7', call: 'C-1' }]);
    expect([bookings.deadline(), bookings.look(2_000, 2_000, false)]).toEqual([null, []]);
  });

  test('one that never fills in is told with what there is of it, as soon as it goes or nothing came', () => {
    const empty = '<p class="toast">Job booked</p>';
    expect(looks(toast, [0, ''], [500, empty], [700, ''])).toEqual([[], [], ['500 - -']]);
    showPage('');
    const bookings = createBookings([toast], access());
    bookings.look(0, 0, true);
    document.body.innerHTML = '<p class="toast">Job #7 booked</p>';
    expect(bookings.look(500, 500, false)).toEqual([]);
    expect(bookings.look(900, 900, false)).toEqual([{ kind: 'booking', at: 500, job: '7' }]);
  });

  test('a toast that counts down while it shows counts once', () => {
    showPage('');
    const bookings = createBookings([{ appears: '.toast' }], access());
    bookings.look(0, 0, true);
    document.body.innerHTML = '<p class="toast">Job booked. Closes in 5 s</p>';
    const node = one('.toast');
    expect(bookings.look(500, 500, false)).toHaveLength(1);
    for (const s of [4, 3, 2, 1]) {
      node.textContent = `Job booked. Closes in ${s} s`;
      const at = 500 + (5 - s) * 1_000;
      expect(bookings.look(at, at, false)).toEqual([]);
    }
  });

  test('a node that said something else before, without what its guard asks for, counts once it says this', () => {
    const guard = { seen: { has: '.dialog' }, withinMs: 3_000 };
    showPage('<p class="toast" style="display: none"></p>');
    const bookings = createBookings([{ appears: '.toast', guard }], access());
    bookings.look(0, 0, true);
    one('.toast').style.display = 'block';
    one('.toast').textContent = 'Contact confirmed';
    expect(bookings.look(500, 500, false)).toEqual([]);
    document.body.insertAdjacentHTML('beforeend', '<div class="dialog">New job</div>');
    expect(bookings.look(900, 900, false)).toEqual([]);
    one('.toast').textContent = 'Saved';
    expect(bookings.look(1_200, 1_200, false)).toHaveLength(1);
  });

  test('one that comes after many that are hidden counts', () => {
    const hidden = `<p class="toast" style="display: none">Job #1 booked</p>`.repeat(30);
    expect(looks(toast, [0, hidden], [500, hidden + job(7)])).toEqual([[], ['500 7 C-1']]);
  });

  test('what it needs to have been on screen shortly before: opening an old record is no booking', () => {
    const guarded: BookingRule = {
      ...toast,
      guard: { seen: { has: { find: '.dialog', when: { visible: true } } }, withinMs: 3_000 },
    };
    const dialog = '<div class="dialog">New job</div>';
    expect(looks(guarded, [0, ''], [500, job(7)])).toEqual([[], []]);
    expect(looks(guarded, [0, ''], [500, dialog], [20_000, job(7)])).toEqual([[], [], ['20000 7 C-1']]);
    expect(looks(guarded, [0, ''], [500, dialog], [600, ''], [4_000, job(7)])).toEqual([[], [], [], []]);
  });

  test('"Address changed = booked" is false: only what the page shows counts', () => {
    expect(looks(toast, [0, ''], [500, '<h1>Job #7</h1>'])).toEqual([[], []]);
  });
});

describe('a move of the address', () => {
  const rule: BookingRule = {
    url: ['#ticket/zoom/\\d+$', '/done$'],
    after: '#ticket/create',
    job: { pattern: '^Ticket (\\d+)$', find: 'h1' },
  };
  const create = 'https://a/#ticket/create/1';
  const zoom = 'https://a/#ticket/zoom/9';

  function moved(from: string, to: string, change: Partial<BookingRule> = {}, back = false) {
    showPage('<h1>Ticket 9</h1>');
    const notes: string[] = [];
    const bookings = createBookings([{ ...rule, ...change } as BookingRule], access(), ({ what, path }) =>
      notes.push(`${path} ${what}`),
    );
    bookings.look(0, 0, true);
    return { booked: bookings.move({ from, to, back }, 700), notes };
  }

  test('counts where it leads from the form to the record, with the job', () => {
    expect(moved(create, zoom).booked).toEqual([{ kind: 'booking', at: 700, job: '9' }]);
    expect(moved(create, 'https://a/done').booked).toHaveLength(1);
  });

  test('"Address changed = booked" is false: a record opened from elsewhere is none, and why is told', () => {
    expect(moved('https://a/#list', zoom)).toEqual({
      booked: [],
      notes: ['bookings[0] move-from-elsewhere'],
    });
    expect(moved(create, 'https://a/#list')).toEqual({ booked: [], notes: [] });
  });

  test('of two rules for one address, the one whose form it comes from counts', () => {
    showPage('<h1>Ticket 9</h1>');
    const other: BookingRule = { ...rule, after: '#estimate/', job: { find: 'h1' } };
    const bookings = createBookings([rule, other], access());
    expect(bookings.move({ from: 'https://a/#estimate/3', to: zoom, back: false }, 700)).toEqual([
      { kind: 'booking', at: 700, job: 'Ticket 9' },
    ]);
  });

  test('back and forward in the history confirm nothing', () => {
    expect(moved(create, zoom, {}, true)).toEqual({ booked: [], notes: ['bookings[0] move-back'] });
  });

  test('a guard counts for it too', () => {
    const guard = { seen: { has: '.dialog' }, withinMs: 3_000 };
    expect(moved(create, zoom, { guard })).toEqual({
      booked: [],
      notes: ['bookings[0] booking-without-guard'],
    });
    expect(moved(create, zoom, { guard: { seen: { has: 'h1' }, withinMs: 0 } }).booked).toHaveLength(1);
  });

  test('the job may stand in the address itself', () => {
    const address = (document.defaultView as Window).location.href;
    const job = { read: 'url', pattern: '^(.*)$' };
    expect(moved(create, zoom, { job }).booked).toEqual([{ kind: 'booking', at: 700, job: address }]);
  });
});
