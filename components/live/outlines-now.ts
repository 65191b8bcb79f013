/** Which elements of the page have a line round them now. */
import type { Explained } from '@/lib/crm/explain.ts';
import { stateName } from './observed.ts';
import type { Outline } from './outlines.tsx';
import type { Aim } from './picking.ts';
import { nameOf } from './words.ts';

/**
 * The calls with their numbers, confirmations, and what the pointer is on in the panel. While a pick is under way
 * only what is aimed at, so that nothing lies in the way.
 */
export function outlinesOf(explained: Explained | null, pointed: Element | null, aim: Aim | null): Outline[] {
  if (aim) return aim.element ? [{ element: aim.element, kind: 'aimed', label: nameOf(aim.element) }] : [];
  const outlines: Outline[] = [];
  for (const [index, { root, state }] of (explained?.calls ?? []).entries()) {
    outlines.push({ element: root, kind: state ?? 'none', label: `${index + 1} · ${stateName(state)}` });
  }
  for (const { element, path } of explained?.bookings ?? []) {
    if (path === null) outlines.push({ element, kind: 'booking', label: '✓' });
  }
  if (pointed) outlines.push({ element: pointed, kind: 'hovered', label: '' });
  return outlines;
}
