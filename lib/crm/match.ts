/** Which profile reads a page: Chrome match patterns on http and https. */
import type { Profile } from './profile.ts';

/** A match pattern's parts; `port` "" = any. */
export interface Pattern {
  scheme: string;
  host: string;
  port: string;
  path: string;
}

/** The parts of a Chrome match pattern on http or https; `null` where it is none. */
export function parsePattern(pattern: string): Pattern | null {
  const found =
    /^(\*|https?):\/\/(\*|(?:\*\.)?[^\s/*:?#@]+|\[[0-9a-fA-F:.]+\])(?::(\*|\d{1,5}))?(\/[^\s#]*)$/.exec(
      pattern,
    );
  if (!found) return null;
  const [, scheme = '', host = '', port = '', path = ''] = found;
  return { scheme, host: host.toLowerCase(), port: port === '*' ? '' : port, path };
}

/** Whether an address matches a pattern. The path is compared with the query, without the hash, as Chrome does. */
export function matchesPattern(pattern: string, url: string): boolean {
  const parts = parsePattern(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const scheme = protocol.slice(0, -1);
  if (scheme !== 'http' && scheme !== 'https') return false;
  if (parts.scheme !== '*' && parts.scheme !== scheme) return false;
  if (parts.port !== '' && parts.port !== (port || (scheme === 'http' ? '80' : '443'))) return false;
  return matchesHost(parts.host, hostname) && matchesGlob(parts.path, pathname + search);
}

/**
 * The profile that reads the address: the most specific match counts (longest path, then longest host, then
 * the user's own before a built-in one). `null` = none matches.
 */
export function bestProfile<E extends { profile: Profile; builtIn: boolean }>(
  entries: readonly E[],
  url: string,
): E | null {
  let best: { entry: E; weight: number[] } | null = null;
  for (const entry of entries) {
    for (const pattern of entry.profile.matches) {
      if (!matchesPattern(pattern, url)) continue;
      const weight = [...specificity(pattern), entry.builtIn ? 0 : 1];
      if (!best || isMore(weight, best.weight)) best = { entry, weight };
    }
  }
  return best?.entry ?? null;
}

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** Only `*` is special. Written without a regular expression: many stars must not cost more than a pass each. */
function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...others] = glob.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function specificity(pattern: string): number[] {
  const { path = '', host = '' } = parsePattern(pattern) ?? {};
  return [path, host].map((part) => part.replace(/\*\.?/g, '').length);
}

function isMore(a: number[], b: number[]): boolean {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
