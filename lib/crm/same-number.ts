/** Whether two callers, as a page shows them, are one: the digits decide, however they are written. */

/** Digits from which a number with and without its country code are told apart from mere coincidence. */
const LOCAL_DIGITS = 7;

/** True for the same digits, or the same number with and without country or area code; without digits, the same words. */
export function sameShownNumber(a: string, b: string): boolean {
  const [x, y] = [digits(a), digits(b)];
  if (x === '' && y === '') return a.trim().toLowerCase() === b.trim().toLowerCase();
  if (x === y) return true;
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return short.length >= LOCAL_DIGITS && long.endsWith(short);
}

/** True only where both have digits and these are different numbers: a name in place of a number proves nothing. */
export function otherNumber(a: string, b: string): boolean {
  return digits(a) !== '' && digits(b) !== '' && !sameShownNumber(a, b);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
