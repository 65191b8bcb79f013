/** The one stretch in which two texts differ. */

/** Replaces `from`–`to` of the old text. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** What makes the one text of the other, without what both begin and end with; `null` = they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
