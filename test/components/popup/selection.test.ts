import { describe, expect, test } from 'vitest';
import { selectionOf } from '@/components/popup/selection.ts';
import { CLASSIFICATIONS } from '@/lib/calls/call.ts';
import { HOUR, NOW } from '../a-call.ts';

const ALL = new Set(CLASSIFICATIONS);
const NEW_YORK = 'America/New_York';

describe('what is exported', () => {
  test('days are those of the office', () => {
    // 15:00 UTC is 10:00 in New York, whose day began at 5:00 UTC.
    expect(selectionOf({ kind: 'today' }, ALL, NOW, NEW_YORK)).toEqual({
      range: { from: NOW - 10 * HOUR, to: NOW + 14 * HOUR },
      classifications: null,
    });
  });

  test('two dates are both in it', () => {
    const days = { kind: 'custom', from: '2026-11-20', to: '2026-11-23' } as const;
    expect(selectionOf(days, ALL, NOW, NEW_YORK)?.range).toEqual({
      from: NOW - 10 * HOUR - 72 * HOUR,
      to: NOW + 14 * HOUR,
    });
  });

  test('with something left out it names the rest, in their order', () => {
    const some = new Set(['abandoned', 'booked'] as const);
    expect(selectionOf({ kind: 'today' }, some, NOW, 'UTC')?.classifications).toEqual([
      'booked',
      'abandoned',
    ]);
  });

  test('an emptied date, or nothing ticked, is no selection', () => {
    expect(selectionOf({ kind: 'custom', from: '', to: '2026-11-23' }, ALL, NOW, 'UTC')).toBeNull();
    expect(selectionOf({ kind: 'today' }, new Set(), NOW, 'UTC')).toBeNull();
  });
});
