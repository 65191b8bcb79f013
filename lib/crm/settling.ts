/** Fields that change while they settle: some pages show the last caller for a moment, or fill in later. */

/** A field's value, since when it is known and since when it is this (epoch ms). */
export interface Settling {
  value: string;
  firstAt: number;
  changedAt: number;
}

/** A field that never stops changing (a timer inside it) stands after this many settle times. */
export const PATIENCE = 10;

/** True once the value was not changed for the settle time (ms): from then on it is not corrected any more. */
export function stands(field: Settling, settleMs: number, at: number): boolean {
  return at - field.changedAt >= settleMs || at - field.firstAt >= PATIENCE * settleMs;
}
