/**
 * Which numbers are one. Pages show the same number as `(555) 010-2234`, `+1 555 010 2234` or `555.010.2234`.
 * Own code, ten lines: a number library's metadata alone would fill half of the worker's size limit, and
 * what is needed here is not what a number means but whether two are alike.
 */

/** Digits that two writings of a number have in common at the least, whatever the prefixes. */
const SIGNIFICANT = 9;

function digits(shown: string): string {
  return shown.replace(/\D/g, '').replace(/^0+/, '');
}

/** The index key of a number: its last nine digits, `''` where it has none (a withheld number). */
export function numberKey(shown: string | undefined): string {
  return digits(shown ?? '').slice(-SIGNIFICANT);
}

/**
 * Whether two numbers are one: the digits of one end with those of the other, country code and trunk zero
 * aside. Short numbers (extensions) must be equal.
 */
export function sameNumber(a: string, b: string): boolean {
  const [short, long] = [digits(a), digits(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short === '') return false;
  return short.length < SIGNIFICANT ? short === long : long.endsWith(short);
}
