/** A row of the panel that stands for an element of the page: while the pointer is on the row, the page shows which. */

export interface PointProps {
  /** `null` = the pointer is on no row any more. */
  onPoint: (element: Element | null) => void;
}

/** The row's handlers; none where there is no element. */
export function pointing(element: Element | null | undefined, onPoint: PointProps['onPoint']) {
  if (!element) return {};
  return { onPointerEnter: () => onPoint(element), onPointerLeave: () => onPoint(null) };
}
