// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Rules } from '@/components/options/Rules.tsx';
import { DEFAULT_RULES } from '@/lib/calls/call.ts';
import type { Settings } from '@/lib/messaging.ts';
import { fireEvent, render, screen } from '../dom.ts';

const SETTINGS: Settings = { ...DEFAULT_RULES, timeZone: null };

function show(settings: Partial<Settings> = {}) {
  const saved: Settings[] = [];
  render(
    <Rules
      settings={{ ...SETTINGS, ...settings }}
      browserTimeZone="America/Chicago"
      timeZones={['America/Chicago', 'America/New_York']}
      onSave={async (next) => {
        saved.push(next);
      }}
    />,
  );
  return saved;
}

const enter = (label: string, value: string) => {
  const input = screen.getByRole('textbox', { name: label });
  fireEvent.input(input, { target: { value } });
  fireEvent.blur(input);
  return input;
};

describe('the rules', () => {
  test('say that changes count from now on', () => {
    show();
    expect(screen.getByText(/count for calls that end from now on/)).toBeTruthy();
  });

  test.each([
    ['Threshold', '60', '45', { thresholdMs: 45_000 }],
    ['Wrap-up time', '120', '0', { wrapUpMs: 0 }],
    ['Callback target', '30', '15', { callbackTargetMs: 15 * 60_000 }],
    ['Cold after', '24', '48', { coldMs: 48 * 60 * 60_000 }],
  ])('%s shows %s and is kept as %s in milliseconds', (label, before, after, part) => {
    const saved = show();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: label }).value).toBe(before);
    enter(label, after);
    expect(saved).toEqual([{ ...SETTINGS, ...part }]);
  });

  test.each([
    ['Threshold', '0', 'Give a whole number from 1 to 600.'],
    ['Threshold', '', 'Give a whole number from 1 to 600.'],
    ['Threshold', '1.5', 'Give a whole number from 1 to 600.'],
    ['Wrap-up time', '-1', 'Give a whole number from 0 to 3600.'],
    ['Callback target', 'soon', 'Give a whole number from 1 to 1440.'],
  ])('%s of "%s" is refused: %s', (label, value, sentence) => {
    const saved = show();
    const input = enter(label, value);
    const problem = screen.getByText(sentence);
    expect(input.getAttribute('aria-describedby')).toContain(problem.id);
    expect(saved).toEqual([]);
  });

  test('an abandoned call cannot be cold before it is overdue', () => {
    const saved = show({ callbackTargetMs: 90 * 60_000, coldMs: 2 * 60 * 60_000 });
    enter('Cold after', '1');
    expect(screen.getByText('Give at least the callback target, 90 min.')).toBeTruthy();
    enter('Callback target', '121');
    expect(screen.getByText('Give at most the 2 h after which a call is cold.')).toBeTruthy();
    expect(saved).toEqual([]);
  });

  test('what a job booked below the threshold makes of the call is a choice of two', () => {
    const saved = show();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'The call stays excused' }).checked).toBe(
      true,
    );
    fireEvent.click(screen.getByRole('radio', { name: 'The call is booked' }));
    expect(saved).toEqual([{ ...SETTINGS, bookedUnderThreshold: 'booked' }]);
  });

  test('leaving out short abandoned calls is off until it is switched on, then has a limit', () => {
    const saved = show();
    expect(screen.queryByRole('textbox', { name: 'Short means rang for less than' })).toBeNull();
    fireEvent.click(screen.getByRole('switch', { name: 'Leave out short abandoned calls' }));
    enter('Short means rang for less than', '10');
    expect(saved.map((settings) => settings.shortAbandonMs)).toEqual([5_000, 10_000]);
  });

  test("the time zone is the browser's, named, or any other", () => {
    const saved = show();
    const zone = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Time zone of the office' });
    expect(zone.options[0]?.textContent).toBe("The browser's (America/Chicago)");
    fireEvent.change(zone, { target: { value: 'America/New_York' } });
    fireEvent.change(zone, { target: { value: '' } });
    expect(saved.map((settings) => settings.timeZone)).toEqual(['America/New_York', null]);
  });
});
