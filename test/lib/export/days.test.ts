import { describe, expect, test } from 'vitest';
import { customRange, dayRange, localDay, localTime } from '@/lib/export/days.ts';

const HOUR = 60 * 60_000;
const CHICAGO = 'America/Chicago';
/** A Monday, noon in Chicago. */
const MONDAY = Date.UTC(2026, 10, 23, 18);

const iso = (at: number) => new Date(at).toISOString();
const hours = ({ from, to }: { from: number; to: number }) => (to - from) / HOUR;

test('today runs from midnight to midnight of the office', () => {
  const { from, to } = dayRange('today', MONDAY, CHICAGO);
  expect([iso(from), iso(to)]).toEqual(['2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z']);
});

test('the same moment is another day in another office', () => {
  const late = Date.UTC(2026, 10, 24, 3);
  expect(localDay(late, CHICAGO)).toBe('2026-11-23');
  expect(localDay(late, 'Europe/Berlin')).toBe('2026-11-24');
  expect(iso(dayRange('today', late, 'Asia/Kolkata').from)).toBe('2026-11-23T18:30:00.000Z');
});

test('yesterday ends where today begins', () => {
  const yesterday = dayRange('yesterday', MONDAY, CHICAGO);
  expect(yesterday.to).toBe(dayRange('today', MONDAY, CHICAGO).from);
  expect(hours(yesterday)).toBe(24);
});

test('a week begins on Monday, also on a Monday and on a Sunday', () => {
  const sunday = MONDAY + 6 * 24 * HOUR;
  expect(dayRange('this-week', MONDAY, CHICAGO)).toEqual(dayRange('today', MONDAY, CHICAGO));
  expect(iso(dayRange('this-week', sunday, CHICAGO).from)).toBe('2026-11-23T06:00:00.000Z');
  expect(iso(dayRange('this-week', sunday, CHICAGO).to)).toBe('2026-11-30T06:00:00.000Z');
});

test('the last 30 days are today and the 29 before it, over a change of the clocks', () => {
  const range = dayRange('last-30-days', MONDAY, CHICAGO);
  expect(localTime(range.from, CHICAGO)).toBe('2026-10-25 00:00:00');
  expect(range.to).toBe(dayRange('today', MONDAY, CHICAGO).to);
  expect(hours(range)).toBe(30 * 24 + 1);
});

describe('when the clocks change', () => {
  test('the day they go forward has 23 hours', () => {
    expect(hours(dayRange('today', Date.UTC(2026, 2, 8, 18), CHICAGO))).toBe(23);
  });

  test('the day they go back has 25 hours', () => {
    expect(hours(dayRange('today', Date.UTC(2026, 10, 1, 18), CHICAGO))).toBe(25);
  });

  test('the hour that comes twice is told by UTC and written the same', () => {
    const first = Date.UTC(2026, 10, 1, 6, 30);
    expect(localTime(first, CHICAGO)).toBe('2026-11-01 01:30:00');
    expect(localTime(first + HOUR, CHICAGO)).toBe('2026-11-01 01:30:00');
  });

  test('a day whose midnight does not exist begins at its first hour', () => {
    const day = customRange('2018-11-04', '2018-11-04', 'America/Sao_Paulo');
    expect(localTime(day.from, 'America/Sao_Paulo')).toBe('2018-11-04 01:00:00');
    expect(hours(day)).toBe(23);
  });
});

test('a custom range has both its days in it, in whichever order they are given', () => {
  const range = customRange('2026-11-20', '2026-11-22', CHICAGO);
  expect(hours(range)).toBe(72);
  expect(customRange('2026-11-22', '2026-11-20', CHICAGO)).toEqual(range);
});

test('what is no date is refused', () => {
  expect(() => customRange('2026-11-31', 'soon', CHICAGO)).toThrow(RangeError);
});

test('local time is the wall clock of the office, without the fraction of the second', () => {
  expect(localTime(Date.UTC(2026, 10, 23, 18, 4, 5, 999), CHICAGO)).toBe('2026-11-23 12:04:05');
});
