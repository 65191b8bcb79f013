/** Where the overlay stands: where it was left, unless that hides a call of the CRM. Pure; all in CSS px of the window. */
import type { OverlayPlace } from '@/lib/messaging.ts';

/** Edges of a rectangle; a DOMRect is one. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A position of the overlay's top left corner. */
export interface Spot {
  left: number;
  top: number;
}

/** Where it stands in a CRM where nobody has moved it yet. */
export const FIRST_PLACE: OverlayPlace = { corner: 'bottom-right', dx: 20, dy: 20, collapsed: false };

/** Least distance to the window's edges, and to a bubble that was stepped aside for. */
const GAP = 8;

/** A page that shows more calls than this at once is read up to here: the search grows with their square. */
const MOST_BUBBLES = 20;

/**
 * The position that hides no bubble and is nearest to where the overlay was left.
 * `hides` = there is none: then it is the position that hides least.
 */
export function findSpot(room: {
  viewport: Size;
  size: Size;
  /** Where it should stand if nothing is in the way. */
  wanted: Spot;
  bubbles: readonly Box[];
}): Spot & { hides: boolean } {
  const { viewport, size } = room;
  const wanted = inside(room.wanted, size, viewport);
  const bubbles = room.bubbles.filter((box) => isOnScreen(box, viewport)).slice(0, MOST_BUBBLES);
  // The nearest free position touches what is in its way, or an edge, or keeps one coordinate.
  const lefts = [wanted.left, GAP, viewport.width - size.width - GAP];
  const tops = [wanted.top, GAP, viewport.height - size.height - GAP];
  for (const box of bubbles) {
    lefts.push(box.left - size.width - GAP, box.right + GAP);
    tops.push(box.top - size.height - GAP, box.bottom + GAP);
  }
  let best = { ...wanted, hidden: hiddenArea(wanted, size, bubbles), far: 0 };
  if (best.hidden === 0) return { ...wanted, hides: false };
  for (const left of lefts) {
    for (const top of tops) {
      const spot = inside({ left, top }, size, viewport);
      const hidden = hiddenArea(spot, size, bubbles);
      const far = Math.hypot(spot.left - wanted.left, spot.top - wanted.top);
      if (hidden < best.hidden || (hidden === best.hidden && far < best.far)) best = { ...spot, hidden, far };
    }
  }
  return { left: best.left, top: best.top, hides: best.hidden > 0 };
}

/** The position that a remembered place means for an overlay of this size. */
export function spotOf(place: OverlayPlace, size: Size, viewport: Size): Spot {
  return inside(
    {
      left: place.corner.endsWith('left') ? place.dx : viewport.width - size.width - place.dx,
      top: place.corner.startsWith('top') ? place.dy : viewport.height - size.height - place.dy,
    },
    size,
    viewport,
  );
}

/** The place to remember for a position: the nearest corner, so that it holds in a window of another size. */
export function dock(spot: Spot, size: Size, viewport: Size): Pick<OverlayPlace, 'corner' | 'dx' | 'dy'> {
  const { left, top } = inside(spot, size, viewport);
  const right = viewport.width - size.width - left;
  const bottom = viewport.height - size.height - top;
  return {
    corner: `${top <= bottom ? 'top' : 'bottom'}-${left <= right ? 'left' : 'right'}`,
    dx: Math.round(Math.max(0, Math.min(left, right))),
    dy: Math.round(Math.max(0, Math.min(top, bottom))),
  };
}

/** Keeps all of it in the window, or its top left corner where the window is too small. */
function inside(spot: Spot, size: Size, viewport: Size): Spot {
  return {
    left: Math.max(0, Math.min(spot.left, viewport.width - size.width)),
    top: Math.max(0, Math.min(spot.top, viewport.height - size.height)),
  };
}

function isOnScreen(box: Box, viewport: Size): boolean {
  return box.right > 0 && box.bottom > 0 && box.left < viewport.width && box.top < viewport.height;
}

function hiddenArea(spot: Spot, size: Size, bubbles: readonly Box[]): number {
  let area = 0;
  for (const box of bubbles) {
    const width = Math.min(spot.left + size.width, box.right) - Math.max(spot.left, box.left);
    const height = Math.min(spot.top + size.height, box.bottom) - Math.max(spot.top, box.top);
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}
