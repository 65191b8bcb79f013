/**
 * A telephone number as a cell that every spreadsheet leaves as it is.
 *
 * The plus sign would make it a formula; bare digits would become a number (1.5E+10, no leading zeros);
 * digits with dashes alone may become a date. So the digits are written around a group in parentheses,
 * which no spreadsheet takes for a number, a date or a formula, whatever the country:
 *
 * - 11 and more digits: `1 (555) 010-2234`, `44 (207) 946-0958` (the groups are counted from the end)
 * - 8 to 10: `(555) 010-2234`, `(5) 010-2234`
 * - 5 to 7: `(010) 2234`
 * - 1 to 4, an extension or a short code: `tel. 2234`
 *
 * The number comes back by removing everything but digits: `digitsOf`. The same number is written the same
 * way however the page showed it, so a manager can group by it.
 */
export function phoneCell(shown: string): string {
  if (!PHONE.test(shown)) return shown;
  const digits = digitsOf(shown);
  if (digits.length > 7) return digits.replace(LONG, '$1 ($2) $3-$4').trimStart();
  if (digits.length > 4) return digits.replace(/^(\d+)(\d{4})$/, '($1) $2');
  return `tel. ${digits}`;
}

/** The digits of a number as `phoneCell` wrote it, in order, none lost. */
export function digitsOf(cell: string): string {
  return cell.replace(/\D/g, '');
}

/**
 * Digits with only what people and pages put between them. Anything else on the line ("Anonymous", a SIP
 * address, "ext. 5", `*67`) is no bare number: no spreadsheet reads it as one, and it stays as shown.
 */
const PHONE = /^[\s+().\-–‑/]*\d[\d\s+().\-–‑/]*$/;

const LONG = /^(\d*?)(\d{1,3})(\d{3})(\d{4})$/;
