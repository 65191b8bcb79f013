// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Today } from '@/components/popup/Today.tsx';
import type { Call } from '@/lib/calls/call.ts';
import { aCall, anEnded, SECOND } from '../a-call.ts';
import { fireEvent, render, screen } from '../dom.ts';

const show = (calls: Call[], reasonsMissing = false, shortAbandonMs = 0) =>
  render(<Today calls={calls} rules={{ shortAbandonMs }} reasonsMissing={reasonsMissing} />);

const numbers = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('today', () => {
  test('counts what the calls became and the booking rate over the leads', () => {
    show([
      anEnded('booked', { id: 'a' }),
      anEnded('booked', { id: 'b' }),
      anEnded('unbooked', { id: 'c' }),
      anEnded('not-lead', { id: 'd' }),
      anEnded('excused', { id: 'e' }),
      anEnded('abandoned', { id: 'f' }),
      aCall({ id: 'g' }),
    ]);
    expect(numbers()).toEqual({
      Booked: '2',
      Unbooked: '1',
      'Not a lead': '1',
      Excused: '1',
      Abandoned: '1',
    });
    expect(screen.getByText('67%')).toBeTruthy();
    expect(screen.getByText('2 booked of 3 leads')).toBeTruthy();
    expect(screen.getByText('6 calls')).toBeTruthy();
  });

  test('shows a dash where there is no lead, never 0 % or NaN', () => {
    const { container } = show([anEnded('excused')]);
    expect(screen.getByText('–')).toBeTruthy();
    expect(container.textContent).not.toMatch(/NaN|0%/);
    expect(screen.getByText('1 call')).toBeTruthy();
  });

  test('marks the rate as unreliable while reasons are missing', () => {
    show([anEnded('unbooked')], true);
    expect(screen.getByText('Unreliable')).toBeTruthy();
  });

  test('marks the rate as unreliable after reasons were set up, as long as calls from before are in it', () => {
    show([anEnded('unbooked', { leadBasis: 'over-threshold-no-reasons' })]);
    expect(screen.getByText('Unreliable')).toBeTruthy();
  });

  test('does not mark a rate that nothing is wrong with', () => {
    show([anEnded('unbooked', { leadBasis: 'reason' })]);
    expect(screen.queryByText('Unreliable')).toBeNull();
  });

  test('says how many short abandoned calls it leaves out', () => {
    show([anEnded('abandoned', { ringMs: 2 * SECOND })], false, 5 * SECOND);
    expect(screen.getByText('Short abandoned calls left out: 1')).toBeTruthy();
    expect(numbers().Abandoned).toBe('0');
  });

  test('tells by focus how the rate is counted, and Escape puts that away without closing the popup', () => {
    show([]);
    const mark = screen.getByRole('button', { name: 'How the booking rate is counted' });
    expect(screen.queryByRole('tooltip')).toBeNull();
    fireEvent.focus(mark);
    const definition = screen.getByRole('tooltip');
    expect(definition.textContent).toMatch(/Booked calls ÷ leads/);
    expect(mark.getAttribute('aria-describedby')).toBe(definition.id);
    // fireEvent answers false where the default was prevented.
    expect(fireEvent.keyDown(mark, { key: 'Escape' })).toBe(false);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});
