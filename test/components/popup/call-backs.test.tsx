// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { CallBacks } from '@/components/popup/CallBacks.tsx';
import { type Call, DEFAULT_RULES } from '@/lib/calls/call.ts';
import type { FollowUpRequest } from '@/lib/messaging.ts';
import { anAbandoned, HOUR, MINUTE, NOW } from '../a-call.ts';
import { fireEvent, render, screen, waitFor, within } from '../dom.ts';

function show(calls: Call[], answer: () => Promise<void> = async () => undefined) {
  const sent: FollowUpRequest[] = [];
  const onFollowUp = (request: FollowUpRequest) => {
    sent.push(request);
    return answer();
  };
  const draw = (list: Call[]) => (
    <CallBacks calls={list} rules={DEFAULT_RULES} now={NOW} onFollowUp={onFollowUp} />
  );
  const { rerender } = render(draw(calls));
  return { sent, becomes: (list: Call[]) => rerender(draw(list)) };
}

const sam = anAbandoned('sam', 12 * MINUTE, { facts: { name: 'Sam Ortiz', from: '+1 (555) 010-3311' } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('abandoned calls to call back', () => {
  test('shows who, how long ago, why it is abandoned, and dials', () => {
    show([sam]);
    const item = within(screen.getByRole('listitem', { name: 'Sam Ortiz' }));
    expect(item.getByText('12 min ago')).toBeTruthy();
    expect(item.getByText('not answered')).toBeTruthy();
    expect(item.getByRole('link', { name: '+1 (555) 010-3311' }).getAttribute('href')).toBe(
      'tel:+15550103311',
    );
    expect(item.queryByText('Overdue')).toBeNull();
  });

  test('marks overdue and cold ones; cold ones come last, the others by age', () => {
    show([
      anAbandoned('cold', 25 * HOUR, { facts: { name: 'Cold' } }),
      anAbandoned('late', 31 * MINUTE, { facts: { name: 'Late' } }),
      anAbandoned('new', MINUTE, { facts: { name: 'New' } }),
    ]);
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => item.getAttribute('aria-label'))).toEqual(['Late', 'New', 'Cold']);
    expect(within(items[0] as HTMLElement).getByText('Overdue')).toBeTruthy();
    expect(within(items[2] as HTMLElement).getByText('Cold', { selector: '.badge' })).toBeTruthy();
  });

  test('a caller without a number has nothing to dial', () => {
    show([anAbandoned('a', MINUTE, { facts: {} })]);
    expect(screen.getByText('Unknown caller')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('says that nobody waits', () => {
    show([]);
    expect(screen.getByText(/Nobody is waiting/)).toBeTruthy();
  });

  test.each([
    ['Called back', 'called-back'],
    ['Attempted', 'attempted'],
  ] as const)(
    '%s shows at once, stays to be undone when the list has let it go, and Undo puts it back',
    (button, as) => {
      const { sent, becomes } = show([sam]);
      press(button);
      expect(sent).toEqual([{ call: 'sam', as }]);
      expect(screen.getByRole('status').textContent).toBe(button);
      becomes([]);
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
      press('Undo');
      expect(sent.at(-1)).toEqual({ call: 'sam', as: 'open' });
      becomes([sam]);
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Called back' }));
      expect(screen.queryByRole('status')).toBeNull();
    },
  );

  test('dismissing asks why, and does not take nothing for an answer', () => {
    const { sent } = show([sam]);
    press('Dismiss');
    const why = screen.getByRole('combobox', { name: 'Why does nobody need to call back?' });
    expect(document.activeElement).toBe(why);
    fireEvent.input(why, { target: { value: '  ' } });
    press('Dismiss');
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert').textContent).toMatch(/Say in a word why/);
    fireEvent.input(why, { target: { value: ' Spam ' } });
    press('Dismiss');
    expect(sent).toEqual([{ call: 'sam', as: 'dismissed', why: 'Spam' }]);
    expect(screen.getByRole('status').textContent).toBe('Dismissed: Spam');
  });

  test('Escape leaves the question and keeps the popup open', () => {
    show([sam]);
    press('Dismiss');
    expect(fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape' })).toBe(false);
    expect(screen.getByRole('button', { name: 'Called back' })).toBeTruthy();
  });

  test('a mark that was not kept goes back, with the reason', async () => {
    show([sam], () => Promise.reject(new Error('The disk is full.')));
    press('Called back');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Not kept: The disk is full.'));
    expect(screen.getByRole('button', { name: 'Called back' })).toBeTruthy();
  });

  test('200 calls are drawn in parts', () => {
    show(Array.from({ length: 200 }, (_, i) => anAbandoned(`c${i}`, i * MINUTE)));
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    press('Show more (180 left)');
    expect(screen.getAllByRole('listitem')).toHaveLength(70);
  });
});
