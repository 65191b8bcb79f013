// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Reasons } from '@/components/options/Reasons.tsx';
import type { CallReason } from '@/lib/calls/call.ts';
import { fireEvent, render, screen, waitFor } from '../dom.ts';

const LIST: CallReason[] = ['Price', 'Area', 'Spam'].map((name, sort) => ({
  id: name.toLowerCase(),
  name,
  isLead: name === 'Price',
  active: true,
  sort,
}));

function show(reasons = LIST, used = new Set<string>(), answer: () => Promise<void> = async () => undefined) {
  const saved: CallReason[][] = [];
  const draw = (list: CallReason[]) => (
    <Reasons
      reasons={list}
      used={used}
      thresholdMs={60_000}
      onSave={(next) => {
        saved.push(next);
        return answer();
      }}
      newId={() => 'new'}
    />
  );
  const { rerender } = render(draw(reasons));
  return { saved, stored: (list: CallReason[]) => rerender(draw(list)) };
}

const shown = () =>
  screen
    .getAllByRole<HTMLInputElement>('textbox', { name: /^Name of the reason/ })
    .map((input) => input.value);
const button = (name: string) => screen.getByRole('button', { name });
const rename = (name: string, to: string) => {
  const input = screen.getByRole('textbox', { name: `Name of the reason ${name}` });
  fireEvent.input(input, { target: { value: to } });
  fireEvent.keyDown(input, { key: 'Enter' });
  return input;
};

describe('call reasons', () => {
  test('without any, the page warns, and a set for home services is one click away', () => {
    const { saved } = show([]);
    expect(screen.getByRole('region', { name: 'No call reasons set up' })).toBeTruthy();
    fireEvent.click(button('Start with a set for home services'));
    expect(saved[0]?.length).toBeGreaterThan(8);
    expect(shown()).toContain('Price shopping');
    expect(screen.queryByRole('region', { name: 'No call reasons set up' })).toBeNull();
  });

  test('with only inactive ones it warns too', () => {
    show(LIST.map((reason) => ({ ...reason, active: false })));
    expect(screen.getByRole('region', { name: 'No call reasons set up' })).toBeTruthy();
  });

  test('what is changed is kept at once and says so', async () => {
    const { saved } = show();
    fireEvent.click(screen.getByRole('switch', { name: 'Area counts as a lead' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Spam is offered to CSRs' }));
    expect(saved[0]?.[1]).toMatchObject({ id: 'area', isLead: true });
    expect(saved[1]?.[1]).toMatchObject({ id: 'area', isLead: true });
    expect(saved[1]?.[2]).toMatchObject({ id: 'spam', active: false });
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  test('what could not be kept goes back, with the reason', async () => {
    show(LIST, new Set(), () => Promise.reject(new Error('The disk is full.')));
    const lead = screen.getByRole<HTMLInputElement>('switch', { name: 'Area counts as a lead' });
    fireEvent.click(lead);
    expect(await screen.findByText('Not saved: The disk is full.')).toBeTruthy();
    expect(lead.checked).toBe(false);
  });

  test('what another page stored shows', async () => {
    const { stored } = show();
    stored(LIST.slice(1));
    await waitFor(() => expect(shown()).toEqual(['Area', 'Spam']));
  });

  test('a reason is renamed in place', () => {
    const { saved } = show();
    rename('Area', ' Out of area ');
    expect(saved[0]?.[1]?.name).toBe('Out of area');
  });

  test('an empty or doubled name is refused in a sentence and not kept; Escape gives it up', () => {
    const { saved } = show();
    const input = rename('Area', 'spam');
    const problem = screen.getByText('There is a reason named spam already.');
    expect(input.getAttribute('aria-describedby')).toBe(problem.id);
    rename('Area', '');
    expect(screen.getByText('Give the reason a name.')).toBeTruthy();
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(shown()).toEqual(['Price', 'Area', 'Spam']);
    expect(saved).toEqual([]);
  });

  test('a new one is added; a doubled one is refused', () => {
    const { saved } = show();
    const input = screen.getByRole('textbox', { name: 'New reason' });
    fireEvent.input(input, { target: { value: 'Price' } });
    fireEvent.click(button('Add'));
    expect(screen.getByText('There is a reason named Price already.')).toBeTruthy();
    fireEvent.input(input, { target: { value: 'Vendor' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Counts as a lead' }));
    fireEvent.click(button('Add'));
    expect(saved).toHaveLength(1);
    expect(saved[0]?.[3]).toEqual({ id: 'new', name: 'Vendor', isLead: false, active: true, sort: 3 });
  });

  test.each([
    ['the arrow keys on its handle', () => fireEvent.keyDown(button('Move Price'), { key: 'ArrowDown' })],
    [
      'Alt and an arrow key in its name',
      () => {
        const name = screen.getByRole('textbox', { name: 'Name of the reason Price' });
        fireEvent.keyDown(name, { key: 'ArrowDown', altKey: true });
      },
    ],
    ['its button', () => fireEvent.click(button('Move Price down'))],
  ])('a reason is moved by %s, and that is announced', (_, move) => {
    const { saved } = show();
    move();
    expect(saved[0]?.map((reason) => reason.name)).toEqual(['Area', 'Price', 'Spam']);
    expect(screen.getByText('Price is now number 2 of 3')).toBeTruthy();
  });

  test('who sorts by keys keeps the focus', () => {
    show();
    const handle = button('Move Spam');
    handle.focus();
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    expect(shown()).toEqual(['Spam', 'Price', 'Area']);
    expect(document.activeElement).toBe(handle);
  });

  test('nothing moves beyond the ends', () => {
    const { saved } = show();
    fireEvent.keyDown(button('Move Price'), { key: 'ArrowUp' });
    fireEvent.click(button('Move Spam down'));
    expect(saved).toEqual([]);
  });

  test('one that was never given is deleted; one that was says why not', () => {
    const { saved } = show(LIST, new Set(['area']));
    fireEvent.click(button('Delete Area'));
    expect(screen.getByText(/Calls were given this reason/)).toBeTruthy();
    expect(saved).toEqual([]);
    fireEvent.click(button('Delete Spam'));
    expect(saved[0]?.map((reason) => reason.name)).toEqual(['Price', 'Area']);
  });
});
