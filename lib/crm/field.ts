/** Reads the profile's fields: a caller's number, a call's id, the CSR's name. */
import { isVisible } from './layout.ts';
import { closest, select } from './lookup.ts';
import type { Field, Place, Selector } from './profile.ts';
import type { Scope } from './scope.ts';
import { groupOf, textOf, tidy, VALUE_LIMIT } from './text.ts';

/** A field's value, and the element it was read from. */
export interface Found {
  value: string;
  element: Element;
}

/**
 * The field's value in `root`; `undefined` where there is none, or nothing in it: never "". The short form
 * reads visible text only, as long as the root itself is visible: hidden copies show the last caller.
 */
export function readField(field: Field | undefined, root: Element, scope: Scope): string | undefined {
  if (isElsewhere(field)) return scope.page.top(field, scope);
  return findField(field, root, scope)?.value;
}

/** As `readField`, for fields of this document, with where it was read. */
export function findField(field: Field | undefined, root: Element, scope: Scope): Found | undefined {
  if (field === undefined) return undefined;
  const element = elementOf(field, root, scope);
  if (!element) return undefined;
  const { read = 'text', pattern } = isShort(field) ? {} : field;
  const raw = tidy(rawValue(element, read) ?? '');
  const value = pattern === undefined ? raw : groupOf(pattern, raw);
  const kept = value?.slice(0, VALUE_LIMIT);
  return kept ? { value: kept, element } : undefined;
}

/** The element that a field of this document is read from, whatever it says. */
export function elementOf(field: Field, root: Element, scope: Scope): Element | undefined {
  const short = isShort(field);
  const { find, in: where } = short ? { find: field, in: undefined } : field;
  const base = placeOf(where, root, scope);
  if (!base) return undefined;
  return find === undefined ? base : pick(find, base, root, short, scope);
}

function isShort(field: Field): field is Selector {
  return typeof field === 'string' || Array.isArray(field);
}

function isElsewhere(field: Field | undefined): field is Exclude<Field, string | string[]> {
  return field !== undefined && !isShort(field) && field.in === 'top';
}

function placeOf(where: Place | undefined, root: Element, scope: Scope): Element | null {
  if (where === undefined || where === 'root') return root;
  if (typeof where === 'object') return closest(root, where.closest, scope);
  return scope.page.document.documentElement as Element | null;
}

function pick(
  find: string | string[],
  base: Element,
  root: Element,
  short: boolean,
  scope: Scope,
): Element | undefined {
  const found = select(find, base === base.ownerDocument.documentElement ? base.ownerDocument : base, scope);
  if (found.length === 0) return undefined;
  const visible = found.find(isVisible);
  if (visible) return visible;
  return short && isVisible(root) ? undefined : found[0];
}

function rawValue(element: Element, read: string): string | null | undefined {
  if (read === 'text') return textOf(element);
  if (read === 'url') return element.ownerDocument.defaultView?.location.href;
  if (read === 'value') return (element as Partial<HTMLInputElement>).value ?? element.getAttribute('value');
  if (read === 'href') return (element as Partial<HTMLAnchorElement>).href ?? element.getAttribute('href');
  if (read.startsWith('@')) return element.getAttribute(read.slice(1));
  if (read.startsWith('style.')) return getComputedStyle(element).getPropertyValue(read.slice(6));
  throw new Error(`A field cannot be read by "${read}"`);
}
