/** Sorting a list of rows by dragging a handle with mouse, pen or finger. The keys are the row's own matter. */
import { useState } from 'preact/hooks';

/** A row on its way: how far it was pulled, and where it would land. CSS px. */
interface Drag {
  from: number;
  to: number;
  startY: number;
  dy: number;
  /** Tops and heights of all rows when the drag began, in page coordinates. */
  rows: { top: number; height: number }[];
}

export interface DragSort {
  /** For the handle of the row at `index`. */
  handle(index: number): {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
  /** How far the row at `index` is drawn from its place; `null` = nothing is dragged. */
  offset(index: number): number | null;
  /** Index of the row that is dragged. */
  dragged: number | null;
}

/** @param onDrop told once, when a row was let go at another place than its own. */
export function useDragSort(onDrop: (from: number, to: number) => void): DragSort {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    dragged: drag?.from ?? null,
    offset: (index) => drag && offsetOf(index, drag),
    handle: (index) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        const handle = event.currentTarget as HTMLElement;
        const row = handle.closest('li');
        handle.setPointerCapture(event.pointerId);
        const rows = [...(row?.parentElement?.children ?? [])].map((child) => {
          const { top, height } = child.getBoundingClientRect();
          return { top: top + window.scrollY, height };
        });
        setDrag({ from: index, to: index, startY: event.pageY, dy: 0, rows });
      },
      onPointerMove(event) {
        if (!drag) return;
        const dy = event.pageY - drag.startY;
        setDrag({ ...drag, dy, to: landing(drag.rows, drag.from, dy) });
      },
      onPointerUp() {
        if (drag && drag.to !== drag.from) onDrop(drag.from, drag.to);
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}

/** Where a row lands that was pulled by `dy`: past each row whose middle its own leading edge has passed. */
export function landing(rows: readonly { top: number; height: number }[], from: number, dy: number): number {
  const own = rows[from];
  if (!own) return from;
  const middle = ({ top, height }: { top: number; height: number }) => top + height / 2;
  const top = own.top + dy;
  const bottom = top + own.height;
  const above = rows.filter((row, index) => index < from && middle(row) > top).length;
  const below = rows.filter((row, index) => index > from && middle(row) < bottom).length;
  return from - above + below;
}

function offsetOf(index: number, { from, to, dy, rows }: Drag): number {
  if (index === from) return dy;
  const height = rows[from]?.height ?? 0;
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
}
