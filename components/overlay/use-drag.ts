/** Dragging the overlay by its header or, collapsed, by itself. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Size, Spot } from './place.ts';
import { real } from './real.ts';

/** Less than this is a click, CSS px. */
const SLACK = 4;

/**
 * @param onDrop where it was let go, to be remembered.
 * @returns the handlers for the panel; while it is dragged the panel carries `data-dragged`.
 */
export function useDrag(
  panel: RefObject<HTMLElement | null>,
  viewport: Size,
  onDrop: (spot: Spot, size: Size) => void,
) {
  /** Pointer and panel as they were at the press. */
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const spot = useRef<Spot | null>(null);

  const start = real((event: PointerEvent) => {
    spot.current = null;
    const grip = event.target instanceof Element ? event.target.closest('[data-drag], button') : null;
    if (!panel.current || event.button !== 0 || !grip) return;
    if (!grip.matches('[data-drag], [data-drag-handle]')) return;
    const { left, top } = panel.current.getBoundingClientRect();
    from.current = { x: event.clientX, y: event.clientY, left, top };
    panel.current.setPointerCapture(event.pointerId);
  });

  const move = real((event: PointerEvent) => {
    const element = panel.current;
    if (!element || !from.current) return;
    const dx = event.clientX - from.current.x;
    const dy = event.clientY - from.current.y;
    if (!spot.current && Math.hypot(dx, dy) < SLACK) return;
    element.dataset.dragged = '';
    spot.current = {
      left: Math.max(0, Math.min(from.current.left + dx, viewport.width - element.offsetWidth)),
      top: Math.max(0, Math.min(from.current.top + dy, viewport.height - element.offsetHeight)),
    };
    element.style.left = `${spot.current.left}px`;
    element.style.top = `${spot.current.top}px`;
  });

  const end = real(() => {
    const element = panel.current;
    from.current = null;
    if (!element || !spot.current) return;
    delete element.dataset.dragged;
    onDrop(spot.current, { width: element.offsetWidth, height: element.offsetHeight });
  });

  /** The click that the browser makes of the end of a drag opens nothing. */
  const click = (event: Event) => {
    if (spot.current) event.stopPropagation();
    spot.current = null;
  };

  return {
    onPointerDown: start,
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture: click,
  };
}
