/** Days of the office: a day begins at midnight in the office's time zone, whatever the browser's. */

/** A stretch of time in epoch ms: `from` is in it, `to` no longer. */
export interface Range {
  from: number;
  to: number;
}

/** The ranges that can be asked for by name. */
export type RangeKind = 'today' | 'yesterday' | 'this-week' | 'last-30-days';

/**
 * The range by that name, as whole days of `timeZone` (IANA name). Weeks begin on Monday; `this-week` and
 * `last-30-days` (today and the 29 days before it) go to the end of today.
 * @param now epoch ms.
 */
export function dayRange(kind: RangeKind, now: number, timeZone: string): Range {
  const today = zoned(now, timeZone).toPlainDate();
  switch (kind) {
    case 'today':
      return days(today, today, timeZone);
    case 'yesterday': {
      const yesterday = today.subtract({ days: 1 });
      return days(yesterday, yesterday, timeZone);
    }
    case 'this-week':
      return days(today.subtract({ days: today.dayOfWeek - 1 }), today, timeZone);
    case 'last-30-days':
      return days(today.subtract({ days: 29 }), today, timeZone);
    default:
      return kind satisfies never;
  }
}

/**
 * From the start of one day to the end of another, both in it, in whichever order they are given.
 * @param fromDay, toDay ISO dates such as `2026-11-23`; throws a RangeError where one is no date.
 */
export function customRange(fromDay: string, toDay: string, timeZone: string): Range {
  const one = Temporal.PlainDate.from(fromDay);
  const other = Temporal.PlainDate.from(toDay);
  return Temporal.PlainDate.compare(one, other) <= 0
    ? days(one, other, timeZone)
    : days(other, one, timeZone);
}

/** The wall clock of the office at `at` (epoch ms): `2026-11-23 12:04:05`. */
export function localTime(at: number, timeZone: string): string {
  const local = zoned(at, timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/** The office's date at `at` (epoch ms): `2026-11-23`. */
export function localDay(at: number, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString();
}

function days(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): Range {
  return {
    from: first.toZonedDateTime(timeZone).epochMilliseconds,
    // The next midnight, not 24 hours on: days of 23 and 25 hours exist.
    to: last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(timeZone);
}
