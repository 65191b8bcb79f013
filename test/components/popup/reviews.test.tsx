// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Reviews } from '@/components/popup/Reviews.tsx';
import type { Call, Classification } from '@/lib/calls/call.ts';
import { anEnded, NOW } from '../a-call.ts';
import { fireEvent, render, screen, waitFor } from '../dom.ts';

function show(calls: Call[], answer: () => Promise<void> = async () => undefined) {
  const sent: { call: string; to: Classification | 'as before' }[] = [];
  const draw = (list: Call[]) => (
    <Reviews
      calls={list}
      thresholdMs={60_000}
      onReclassify={(request) => {
        sent.push(request);
        return answer();
      }}
      onUndo={({ call }) => {
        sent.push({ call, to: 'as before' });
        return answer();
      }}
    />
  );
  const { rerender, container } = render(draw(calls));
  return { sent, container, becomes: (list: Call[]) => rerender(draw(list)) };
}

const short = anEnded('excused', { id: 'short', facts: { name: 'Ann' }, review: 'booked-under-threshold' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('calls worth a look', () => {
  test('says why each is flagged, and shows nothing where none is', () => {
    const { becomes, container } = show([
      short,
      anEnded('unbooked', { id: 'late', facts: { name: 'Tom' }, review: 'booked-after-end' }),
      anEnded('unbooked', { id: 'plain', facts: { name: 'Kim' } }),
    ]);
    expect(screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-label'))).toEqual([
      'Ann',
      'Tom',
    ]);
    expect(screen.getByText('A job was booked, but the call ended within 60 s')).toBeTruthy();
    expect(screen.getByText('A job was booked after the call ended')).toBeTruthy();
    becomes([]);
    expect(container.textContent).toBe('');
  });

  test('a call that a person corrected already is not shown', () => {
    const { container } = show([{ ...short, corrected: { by: 'Kim', at: NOW } }]);
    expect(container.textContent).toBe('');
  });

  test('one click counts it as booked, another takes that back', () => {
    const { sent, becomes } = show([short]);
    press('Count as booked');
    expect(sent).toEqual([{ call: 'short', to: 'booked' }]);
    expect(screen.getByText('Booked')).toBeTruthy();
    becomes([{ ...short, classification: 'booked', review: null, corrected: { by: 'Kim', at: NOW } }]);
    press('Undo');
    expect(sent.at(-1)).toEqual({ call: 'short', to: 'as before' });
    expect(screen.getByText('Excused')).toBeTruthy();
  });

  test('a correction that was not kept says why', async () => {
    show([short], () => Promise.reject(new Error('The disk is full.')));
    press('Count as booked');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Not kept: The disk is full.'));
  });
});
