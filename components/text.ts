/** Every word a person reads comes from the locale files through here. */
import type messages from '@/public/_locales/en/messages.json';

/** A key of the locale files. */
export type TextKey = keyof typeof messages;

/**
 * The text for a key in the person's language.
 * @param substitutions fill `$1`, `$2` … of the message, in order.
 */
export function text(key: TextKey, ...substitutions: (string | number)[]): string {
  return chrome.i18n.getMessage(key, substitutions.map(String)) || key;
}
