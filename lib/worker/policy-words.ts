/** How a wrong part of a policy is told. */
import type messages from '@/public/_locales/en/messages.json';

/** Notes that a part is not used. @param why follows the name of the part after a colon. */
export type Refuse = (where: string, why: string) => void;

/** A text of the locale files. @param substitutions fill `$1`, `$2` … */
export function say(key: keyof typeof messages, ...substitutions: (string | number)[]): string {
  return chrome.i18n.getMessage(key, substitutions.map(String));
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
