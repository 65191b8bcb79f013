/** Which element a person means: what lies under the pointer, through shadow roots, and what that is a part of. */
import type { PickKind } from '@/lib/crm/pick.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import { TEST_IDS } from './steady.ts';

/** The innermost element under a point of the window (CSS px); `null` for what is ours. */
export function elementAt(page: PageAccess, x: number, y: number): Element | null {
  let found = page.document.elementFromPoint(x, y);
  while (found) {
    if (found.localName.startsWith('callmark-')) return null;
    const inner: Element | null | undefined = page.shadowRoot(found)?.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
  return null;
}

/** The element around another, across shadow roots. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** From the innermost element to the one that a person most likely means by it. */
export function meantBy(element: Element, kind: PickKind): Element {
  switch (kind) {
    case 'call':
      return climb(element, (e) => NUMBER.test(e.textContent ?? '') && hasButton(e)) ?? element;
    case 'answer':
    case 'reject':
    case 'hang-up':
      return element.closest(BUTTON) ?? element;
    default:
      return wholeText(element);
  }
}

const BUTTON = 'button, a[href], input, [role="button"], [role="link"], [onclick]';
const NUMBER = /\d[\d ().-]{6,}/;

function hasButton(element: Element): boolean {
  return element.querySelector(BUTTON) !== null;
}

function climb(element: Element, fits: (element: Element) => boolean): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.localName === 'body' || at.localName === 'html') return null;
    if (fits(at)) return at;
  }
  return null;
}

/** Of elements around it with the same text, the one that was made to be found. */
function wholeText(element: Element): Element {
  const says = element.textContent?.trim();
  if (!says) return element;
  const named = (e: Element) => TEST_IDS.some((name) => e.hasAttribute(name));
  const found = climb(element, (e) => e.textContent?.trim() !== says || named(e));
  return found && found.textContent?.trim() === says ? found : element;
}
