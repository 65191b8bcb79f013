/** Match patterns of whole origins: what the browser grants, and what is made of a profile's own patterns. */
import { parsePattern } from './match.ts';

/** The pattern of the whole origin that this one is in: `https://crm.example/calls/*` → `https://crm.example/*`. */
export function wholeOrigin(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}

/** The pattern of the origin of an address; `null` where it is none of the web. A port that is not the usual one is kept. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) && host !== '' ? `${protocol}//${host}/*` : null;
}

/**
 * Whether a pattern holds for any host (`*://*\/agc/*`). It only says what a product looks like: it is never asked
 * for as a permission, and alone makes no page be read.
 */
export function isAnyHost(pattern: string): boolean {
  return parsePattern(pattern)?.host === '*';
}

/** The origins that are in both, as a pattern of whole origins; `null` = none. */
export function overlap(one: string, other: string): string | null {
  const [a, b] = [parsePattern(one), parsePattern(other)];
  if (!a || !b) return null;
  const scheme = narrower(a.scheme, b.scheme, '*');
  const host = narrowerHost(a.host, b.host);
  const port = narrower(a.port, b.port, '');
  if (scheme === null || host === null || port === null) return null;
  return `${scheme}://${host}${port && `:${port}`}/*`;
}

/** Of two names the one that says more; `null` where they say different things. */
function narrower(a: string, b: string, any: string): string | null {
  if (a === any) return b;
  return b === any || a === b ? a : null;
}

function narrowerHost(a: string, b: string): string | null {
  if (isWithin(a, b)) return a;
  return isWithin(b, a) ? b : null;
}

/** Whether all hosts of the one are hosts of the other. */
function isWithin(host: string, other: string): boolean {
  if (other === '*' || host === other) return true;
  if (host === '*' || !other.startsWith('*.')) return false;
  const parent = other.slice(2);
  const name = host.startsWith('*.') ? host.slice(2) : host;
  return name === parent || name.endsWith(`.${parent}`);
}
