/** Where a person works in the CRM now. The overlay stands aside for it as it does for a bubble. */
import type { Box } from './place.ts';

/** A form or dialog larger than this part of the window cannot be stood aside for: then only the focused field is. */
const LARGEST_PART = 0.5;

const FORM = 'form, dialog, [role="dialog"], [role="alertdialog"]';

/**
 * The rectangle of the form or dialog that has the focus, else of the focused control itself.
 * @param own the overlay's element: what is focused in it is no work in the CRM.
 * @returns none where nothing has the focus.
 */
export function busyAreas(document: Document, own: Element): Box[] {
  const focused = deepFocus(document);
  if (!focused || focused === own || focused === document.body || focused === document.documentElement)
    return [];
  const form = focused.closest(FORM)?.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const fits = form && form.width * form.height <= LARGEST_PART * innerWidth * innerHeight;
  return [fits ? form : focused.getBoundingClientRect()];
}

function deepFocus(root: Document | ShadowRoot): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? (deepFocus(activeElement.shadowRoot) ?? activeElement) : activeElement;
}
