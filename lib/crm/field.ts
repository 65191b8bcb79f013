/** Reads the profile's fields: a caller's number, a call's id, the CSR's name. */
import { isVisible } from './layout.ts';
import { select } from './lookup.ts';
import type { Field, Place } from './profile.ts';
import { groupOf, textOf, tidy, VALUE_LIMIT } from './text.ts';

/**
 * The field's value in `root`; `undefined` where there is none, or nothing in it: never "". The short form
 * reads visible text only, as long as the root itself is visible: hidden copies show the last caller.
 */
export function readField(field: Field | undefined, root: Element): string | undefined {
  if (field === undefined) return undefined;
  const short = typeof field === 'string' || Array.isArray(field);
  const { find, in: where, read = 'text', pattern } = short ? { find: field } : field;
  const element = find === undefined ? root : pick(find, where, root, short);
  if (!element) return undefined;
  const raw = tidy(rawValue(element, read) ?? '');
  const value = pattern === undefined ? raw : groupOf(pattern, raw);
  return value?.slice(0, VALUE_LIMIT) || undefined;
}

function pick(
  find: string | string[],
  where: Place | undefined,
  root: Element,
  short: boolean,
): Element | undefined {
  const found = select(find, where === 'document' ? root.ownerDocument : root);
  if (found.length === 0) return undefined;
  const visible = found.find(isVisible);
  if (visible) return visible;
  return short && isVisible(root) ? undefined : found[0];
}

function rawValue(element: Element, read: string): string | null | undefined {
  if (read === 'text') return textOf(element);
  if (read === 'value') return (element as Partial<HTMLInputElement>).value ?? element.getAttribute('value');
  if (read === 'href') return (element as Partial<HTMLAnchorElement>).href ?? element.getAttribute('href');
  if (read.startsWith('@')) return element.getAttribute(read.slice(1));
  if (read.startsWith('style.')) return getComputedStyle(element).getPropertyValue(read.slice(6));
  throw new Error(`A field cannot be read by "${read}"`);
}
