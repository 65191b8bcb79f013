// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { LiveCalls } from '@/components/popup/LiveCalls.tsx';
import type { Call } from '@/lib/calls/call.ts';
import { aCall, anEnded, NOW, SECOND } from '../a-call.ts';
import { render, screen } from '../dom.ts';

const show = (...calls: Call[]) => render(<LiveCalls calls={calls} thresholdMs={60_000} now={NOW} />);

describe('calls that go on', () => {
  test('a ringing call shows who calls and for how long it rings', () => {
    show(aCall());
    expect(screen.getByRole('listitem').textContent).toBe('+1 (555) 010-2234Ringing0:10');
  });

  test('an answered call counts from the answer and is ongoing from the threshold on', () => {
    show(
      aCall({ id: 'a', facts: { name: 'Dana', from: '555' }, answeredAt: NOW - 59_999 }),
      aCall({ id: 'b', facts: { name: 'Sam' }, answeredAt: NOW - 60_000 }),
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Dana555Answered0:59',
      'SamOngoing1:00',
    ]);
  });

  test('a call on hold and a booked job are said', () => {
    const booked = { id: 'e', type: 'booked', at: NOW - SECOND } as const;
    show(aCall({ answeredAt: NOW - 90_000, onHold: true, events: [booked] }));
    expect(screen.getByText('On hold')).toBeTruthy();
    expect(screen.getByText('Job booked')).toBeTruthy();
  });

  test('taken, outbound and ended calls are not shown, and without a call there is no list', () => {
    const { container } = show(
      aCall({ id: 'a', taken: true }),
      aCall({ id: 'b', direction: 'outbound' }),
      anEnded('booked', { id: 'c' }),
    );
    expect(container.textContent).toBe('');
  });
});
