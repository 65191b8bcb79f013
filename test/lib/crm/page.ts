/** A page to read in tests: happy-dom lays nothing out, so every element gets a box here. */
import { onTestFinished } from 'vitest';
import { createPageAccess, type PageAccess, type Scope } from '@/lib/crm/scope.ts';

/** Puts markup into the test's document. Elements are 10 × 10 px, or what their own width and height say. */
export function showPage(markup: string): Document {
  document.body.innerHTML = markup;
  const before = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = boxOf;
  onTestFinished(() => {
    Element.prototype.getBoundingClientRect = before;
    document.body.innerHTML = '';
  });
  return document;
}

/** The test's document, as the reader reaches it. */
export const access = (): PageAccess => createPageAccess(document);

/** The same, for a call of which nothing is known. */
export const scope = (): Scope => ({ page: access() });

/** The one element that a selector means. */
export function one(selector: string): HTMLElement {
  const found = document.querySelectorAll<HTMLElement>(selector);
  if (found.length !== 1) throw new Error(`${selector} means ${found.length} elements`);
  return found[0] as HTMLElement;
}

function boxOf(this: Element): DOMRect {
  const { width, height } = getComputedStyle(this);
  return new DOMRect(0, 0, pixels(width), pixels(height));
}

function pixels(length: string): number {
  return length.endsWith('px') ? Number.parseFloat(length) : 10;
}
