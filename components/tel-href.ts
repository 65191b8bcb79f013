/**
 * The address that dials a number as a page shows it, `null` where there is nothing to dial.
 * An extension ("ext. 5") is left out: what follows the number would be dialled as part of it.
 */
export function telHref(shown: string | undefined): string | null {
  const number = /^\s*(?:tel\.?:?\s*)?([+(\d][\d\s().\-–/*#]*)/i.exec(shown ?? '')?.[1] ?? '';
  const plus = number.trimStart().startsWith('+') ? '+' : '';
  const digits = number.replace(/\D/g, '');
  return digits.length >= 2 ? `tel:${plus}${digits}` : null;
}
