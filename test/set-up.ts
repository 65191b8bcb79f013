/** What a browser has and Node does not: Temporal, and the texts of the locale file. */
import 'temporal-polyfill/global';
import messages from '@/public/_locales/en/messages.json' with { type: 'json' };

type Message = { message: string; placeholders?: Record<string, { content: string }> };

/** As Chrome does it: named placeholders first, then `$1` … `$9`. */
function getMessage(key: string, substitutions: string[] = []): string {
  const entry = (messages as Record<string, Message>)[key];
  if (!entry) return '';
  const named = entry.message.replace(
    /\$([A-Za-z_]+)\$/g,
    (whole, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? whole,
  );
  return named.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}

Object.assign(globalThis, {
  chrome: { ...(globalThis as { chrome?: object }).chrome, i18n: { getMessage } },
});
