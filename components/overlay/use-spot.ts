/** Keeps the overlay where it was left and off the CRM's bubbles: at each render, and whenever its size changes. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { OverlayPlace } from '@/lib/messaging.ts';
import { type Box, findSpot, type Size, type Spot, spotOf } from './place.ts';

export interface SpotOptions {
  place: OverlayPlace;
  bubbles: readonly Box[];
  viewport: Size;
  /** It shows collapsed now. */
  pill: boolean;
  /** The pointer is in it: it does not move away from under it unless a bubble would be hidden. */
  steady: boolean;
  /** Whether the open overlay has no position that leaves all bubbles free: then it should collapse. */
  onSqueezed: (squeezed: boolean) => void;
}

export function useSpot(panel: RefObject<HTMLElement | null>, options: SpotOptions): void {
  const openSize = useRef<Size | null>(null);
  const last = useRef<{ spot: Spot; place: OverlayPlace } | null>(null);

  const settle = () => {
    const { place, bubbles, viewport, pill, steady, onSqueezed } = options;
    const element = panel.current;
    if (!element || element.hidden || element.dataset.dragged !== undefined) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const stay = steady && last.current?.place === place ? last.current.spot : null;
    const spot = findSpot({ viewport, size, wanted: stay ?? spotOf(place, size, viewport), bubbles });
    element.style.left = `${spot.left}px`;
    element.style.top = `${spot.top}px`;
    last.current = { spot, place };
    if (!pill) openSize.current = size;
    const open = openSize.current;
    if (open)
      onSqueezed(findSpot({ viewport, size: open, wanted: spotOf(place, open, viewport), bubbles }).hides);
  };

  const latest = useRef(settle);
  latest.current = settle;
  useLayoutEffect(settle);
  useEffect(() => {
    if (!panel.current) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(panel.current);
    return () => observer.disconnect();
  }, [panel]);
}
