/** From a text on the page to the regular expression that finds such texts again. */

/** A telephone number as people write it. */
const NUMBER = /\+?\(?\d[\d ().-]{5,18}\d/;
const NUMBER_PATTERN = '(\\+?\\(?\\d[\\d ().-]{5,18}\\d)';

/** The number of a job: digits, with capital letters before them where there are some. */
const JOB = /(?:[A-Z]{1,5}-?)?\d{2,12}/;
const JOB_PATTERN = '((?:[A-Z]{1,5}-?)?\\d{2,12})';

/** How a number is read from this text: as it is, by a pattern, or not at all. */
export function numberIn(text: string): { is: 'whole' | 'none' } | { is: 'part'; pattern: string } {
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined) return { is: 'none' };
  return found === text.trim() ? { is: 'whole' } : { is: 'part', pattern: NUMBER_PATTERN };
}

/** How a job's number is read from a confirmation: after the words that stand before it. `null` = there is none. */
export function jobPattern(text: string): string | null {
  const found = JOB.exec(text);
  if (!found) return null;
  const before = text.slice(0, found.index).split(/\s+/).slice(-2).join(' ');
  return `${escaped(before)}${JOB_PATTERN}`;
}

/**
 * A pattern for the words of a text, whatever its numbers are; `null` = it has no words.
 * @param fickle parts of it that are another call's another time (its caller's name).
 */
export function wordsPattern(text: string, fickle: readonly string[] = []): string | null {
  if (!/\p{L}{2}/u.test(text)) return null;
  const short = text.trim().slice(0, 60);
  let pattern = escaped(short);
  for (const part of fickle.filter((f) => f.trim().length > 2)) {
    pattern = pattern.replace(new RegExp(escaped(escaped(part)), 'gi'), '.{1,60}');
  }
  pattern = pattern.replace(/\d+(?![^{]*\})/g, '\\d+');
  // A text of a few words is asked for whole; of a longer one the beginning tells enough.
  return text.trim().length > 60 ? `^${pattern}` : `^${pattern}$`;
}

/** The name in a text such as "Incoming call: Maria": what comes after the colon. `null` = take it whole. */
export function namePattern(text: string): string | null {
  return /^[^:]{2,40}: \S/.test(text) ? '^[^:]{2,40}: (.{1,80})$' : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
