/** The only questions that are asked of the page's layout; everything else works on the document alone. */

/**
 * True where a person could see the element: display, visibility, content-visibility and size, its own and
 * its ancestors'. Opacity and the scrolled position say nothing: pages fade and scroll what is there.
 */
export function isVisible(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  return hasSize(element, 0) && !isClipped(element);
}

/** True where the page draws the element at all (its own text may still be hidden in parts). */
export function isRendered(element: Element): boolean {
  return element.isConnected && element.checkVisibility();
}

/** False in a frame that its host hides (no room at all): nothing can be said of visibility there. */
export function hasRoom(document: Document): boolean {
  const view = document.defaultView;
  if (view === null || view.innerWidth <= 0 || view.innerHeight <= 0) return false;
  // Chromium leaves the window of a hidden frame of another site as large as it was, and draws nothing in it.
  return (document.documentElement as Element | null)?.checkVisibility() ?? true;
}

/** Wrappers of no size whose children stand out of them are common (toasts, portals): so children count. */
const DEPTH = 6;
const CHILDREN = 20;

function hasSize(element: Element, depth: number): boolean {
  const box = element.getBoundingClientRect();
  if (box.width > 0 && box.height > 0) return true;
  if (depth >= DEPTH) return false;
  const shown = Array.from(element.children)
    .slice(0, CHILDREN)
    .filter((c) => c.checkVisibility({ visibilityProperty: true }));
  // What is fixed to the window stands out of a wrapper that cuts off all else.
  const out = clips(element, box) ? shown.filter((c) => container(c) === null) : shown;
  return out.some((c) => hasSize(c, depth + 1));
}

/** An ancestor without size that cuts off what stands out of it (a folded panel) hides its content. */
function isClipped(element: Element): boolean {
  for (let at = container(element); at; at = container(at)) {
    if (clips(at, at.getBoundingClientRect())) return true;
  }
  return false;
}

function clips(element: Element, box: DOMRect): boolean {
  if (box.width > 0 && box.height > 0) return false;
  const style = getComputedStyle(element);
  const cuts = (overflow: string) => overflow !== '' && overflow !== 'visible';
  return (box.width === 0 && cuts(style.overflowX)) || (box.height === 0 && cuts(style.overflowY));
}

/** The element by which another is cut off: the parent, but not for what is taken out of the flow. */
function container(element: Element): Element | null {
  switch (getComputedStyle(element).position) {
    case 'fixed':
      return null;
    case 'absolute':
      return (element as HTMLElement).offsetParent ?? null;
    default:
      return element.parentElement ?? hostOf(element);
  }
}

/** What is drawn in a shadow root is drawn in its host, or in the slot's place there. */
function hostOf(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
