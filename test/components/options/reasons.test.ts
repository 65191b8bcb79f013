import { describe, expect, test } from 'vitest';
import { added, changed, moved, nameProblem, removed, starterSet } from '@/components/options/reasons.ts';
import { landing } from '@/components/options/use-drag-sort.ts';
import type { CallReason } from '@/lib/calls/call.ts';

const LIST: CallReason[] = ['Price', 'Area', 'Spam'].map((name, sort) => ({
  id: name.toLowerCase(),
  name,
  isLead: name === 'Price',
  active: true,
  sort,
}));
const names = (list: CallReason[]) => list.map((reason) => reason.name);

describe('the list of reasons', () => {
  test('a new one comes last, without blanks around its name', () => {
    const list = added(LIST, { id: 'x', name: ' Other ', isLead: false, active: true });
    expect(list.at(-1)).toEqual({ id: 'x', name: 'Other', isLead: false, active: true, sort: 3 });
  });

  test('a change touches one reason only', () => {
    expect(changed(LIST, 'area', { isLead: true })).toEqual(
      LIST.map((reason) => (reason.id === 'area' ? { ...reason, isLead: true } : reason)),
    );
  });

  test.each([
    ['spam', 0, ['Spam', 'Price', 'Area']],
    ['price', 1, ['Area', 'Price', 'Spam']],
    ['price', 9, ['Area', 'Spam', 'Price']],
    ['area', -1, ['Area', 'Price', 'Spam']],
    ['gone', 0, ['Price', 'Area', 'Spam']],
  ])('%s moved to %d gives %j, numbered anew', (id, to, order) => {
    const list = moved(LIST, id, to);
    expect(names(list)).toEqual(order);
    expect(list.map((reason) => reason.sort)).toEqual([0, 1, 2]);
  });

  test('the rest closes up behind one that is deleted', () => {
    expect(removed(LIST, 'price').map(({ name, sort }) => [name, sort])).toEqual([
      ['Area', 0],
      ['Spam', 1],
    ]);
  });

  test('a name may not be empty, nor be there already in whatever letters', () => {
    expect(nameProblem(LIST, '  ')).toBe('Give the reason a name.');
    expect(nameProblem(LIST, ' spam')).toBe('There is a reason named spam already.');
    expect(nameProblem(LIST, 'SPAM', 'spam')).toBeNull();
    expect(nameProblem(LIST, 'Vendor')).toBeNull();
  });

  test('the starter set has a name of its own for each, and both leads and others', () => {
    const set = starterSet();
    expect(new Set(names(set)).size).toBe(set.length);
    expect(new Set(set.map((reason) => reason.id)).size).toBe(set.length);
    expect(set.find((reason) => reason.id === 'price-shopping')).toMatchObject({
      isLead: true,
      active: true,
    });
    expect(set.find((reason) => reason.id === 'wrong-number')).toMatchObject({ isLead: false, active: true });
  });
});

describe('where a dragged row lands', () => {
  const rows = [0, 40, 80, 120].map((top) => ({ top, height: 40 }));
  test.each([
    ['where it was, if it was hardly moved', 1, 19, 1],
    ['past the next row once it covers half of that', 1, 21, 2],
    ['last, however far it is pulled', 1, 900, 3],
    ['past the row before once it covers half of that', 1, -21, 0],
    ['first, however far it is pulled', 3, -900, 0],
  ])('%s', (_, from, dy, to) => {
    expect(landing(rows, from, dy)).toBe(to);
  });
});
