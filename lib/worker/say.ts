/** Texts of the locale files, for what the background says itself. */
import type messages from '@/public/_locales/en/messages.json';

/** The text for a key in the person's language, `$1`, `$2` … filled in. */
export function say(key: keyof typeof messages, ...values: (string | number)[]): string {
  return chrome.i18n.getMessage(key, values.map(String));
}
