/**
 * Lets a person point at an element of the page without the page feeling it: a transparent frame of our own lies
 * over the window, so that pointer and keys are events of another document.
 */
import type { PickKind } from '@/lib/crm/pick.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import { elementAt, meantBy, parentOf } from './element-at.ts';

/** What a pick needs. */
export interface ShieldOptions {
  /** Our closed shadow root in the page. */
  host: ShadowRoot;
  kind: PickKind;
  page: PageAccess;
  signal: AbortSignal;
  /** The element that would be picked now. */
  onAim: (element: Element | null) => void;
  onPick: (element: Element) => void;
  onCancel: () => void;
}

/** How often to see whether the element that is aimed at was drawn anew, ms. */
const AGAIN_MS = 100;

/** Begins to aim; over when the signal is aborted. */
export function raiseShield(options: ShieldOptions): void {
  const { host, kind, page, signal, onAim, onPick, onCancel } = options;
  const frame = document.createElement('iframe');
  frame.className = 'shield';
  // First, so that the panel's own frame stays above it and is never taken out, which would empty it.
  host.prepend(frame);
  signal.addEventListener('abort', () => frame.remove(), { once: true });
  const inside = frame.contentDocument;
  const view = frame.contentWindow;
  if (!inside || !view) throw new Error('A frame without a document cannot be pointed in');
  inside.documentElement.style.cursor = 'crosshair';

  let aimed: Element | null = null;
  let place: number[] = [];
  /** By arrow keys, not by pointer. */
  let byKey = false;
  /** The key that went down in here. */
  let down: string | null = null;
  /** Where ArrowDown goes back to after ArrowUp. */
  let below: Element[] = [];
  let last = { x: window.innerWidth / 2, y: window.innerHeight / 2 };

  const aim = (element: Element | null) => {
    aimed = element;
    place = element ? placeOf(element) : [];
    onAim(aimed);
  };
  const under = () => {
    frame.style.pointerEvents = 'none';
    const element = elementAt(page, last.x, last.y);
    frame.style.pointerEvents = '';
    return element && meantBy(element, kind);
  };
  const aimedNow = () => (aimed && !aimed.isConnected ? elementAtPlace(place) : aimed);
  const listen = <K extends keyof WindowEventMap>(type: K, hear: (event: WindowEventMap[K]) => void) => {
    view.addEventListener(type, (event) => event.isTrusted && hear(event as WindowEventMap[K]), {
      capture: true,
      passive: false,
      signal,
    });
  };

  listen('pointermove', ({ clientX, clientY }) => {
    if (clientX === last.x && clientY === last.y) return;
    last = { x: clientX, y: clientY };
    byKey = false;
    below = [];
    aim(under());
  });
  listen('click', (event) => {
    event.preventDefault();
    last = { x: event.clientX, y: event.clientY };
    const element = byKey ? aimedNow() : under();
    if (element) onPick(element);
  });
  listen('wheel', (event) => {
    event.preventDefault();
    scrollUnder(aimed, event.deltaX, event.deltaY);
  });
  listen('keydown', (event) => {
    const now = aimedNow();
    const step = keyStep(event.key, now, below);
    if (event.key === 'Escape' || event.key === 'Enter') down = event.key;
    else if (step) {
      byKey = true;
      below = step.below;
      aim(step.element);
    } else return;
    event.preventDefault();
  });
  // The page may draw its elements anew all the time: the aim stays on the same place of the page.
  const again = setInterval(() => {
    if (aimed && !aimed.isConnected) aim(byKey ? aimedNow() : under());
  }, AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(again), { once: true });
  // Over only once the key is let go: with the frame gone, the page would hear that.
  listen('keyup', (event) => {
    if (event.key !== down) return;
    const now = aimedNow();
    if (down === 'Escape') onCancel();
    else if (now) onPick(now);
  });
  view.focus();
  aim(under());
}

/** Where an arrow key leads: up to the parent, down to where one came from or the first child, left and right to siblings. */
function keyStep(
  key: string,
  from: Element | null,
  below: Element[],
): { element: Element; below: Element[] } | null {
  if (!from) return { element: document.body, below: [] };
  switch (key) {
    case 'ArrowUp': {
      const element = parentOf(from);
      return element && element !== document.documentElement ? { element, below: [from, ...below] } : null;
    }
    case 'ArrowDown': {
      const [back, ...rest] = below;
      if (back?.isConnected) return { element: back, below: rest };
      const element = from.firstElementChild;
      return element && { element, below: [] };
    }
    case 'ArrowRight':
      return from.nextElementSibling && { element: from.nextElementSibling, below: [] };
    case 'ArrowLeft':
      return from.previousElementSibling && { element: from.previousElementSibling, below: [] };
    default:
      return null;
  }
}

/** An element's place among its siblings, and theirs, from the document's root on. */
function placeOf(element: Element): number[] {
  const place: number[] = [];
  for (let at = element; at.parentElement; at = at.parentElement) {
    place.unshift(Array.prototype.indexOf.call(at.parentElement.children, at));
  }
  return place;
}

function elementAtPlace(place: readonly number[]): Element | null {
  let at: Element | undefined = document.documentElement;
  for (const index of place) at = at?.children[index];
  return at ?? null;
}

/** The wheel's events are ours now, so the page is scrolled for the person. */
function scrollUnder(element: Element | null, dx: number, dy: number): void {
  for (let at = element; at; at = parentOf(at)) {
    const before = at.scrollTop + at.scrollLeft;
    at.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    if (at.scrollTop + at.scrollLeft !== before) return;
  }
}
