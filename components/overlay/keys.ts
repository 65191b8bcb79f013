/** What keys mean while the focus is in the overlay. */
import type { CallReason } from '@/lib/calls/call.ts';
import type { OverlayCall } from '@/lib/messaging.ts';
import { takesReason } from './live.ts';

const KEYS = '1234567890';

/** The key that gives the reason at this place of the list: `1` … `9`, `0`; empty from the eleventh on. */
export function keyOfReason(at: number): string {
  return KEYS[at] ?? '';
}

/**
 * Numbers give the reason, Delete and Backspace take it back: of the call whose card has the focus, else of the
 * only one that takes a reason. Arrow keys walk through the list without choosing.
 */
export function handleKey(
  event: KeyboardEvent,
  calls: readonly OverlayCall[],
  reasons: readonly CallReason[],
  onReason: (call: string, reason: string | null) => void,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
  const step = arrowStep(event.key);
  const radio = event.target.closest<HTMLElement>('[role="radio"]');
  if (radio && step !== 0) {
    event.preventDefault();
    walk(radio, step);
    return;
  }
  const here = event.target.closest<HTMLElement>('[data-call]')?.dataset.call;
  const takers = calls.filter(takesReason);
  const call = here === undefined && takers.length === 1 ? takers[0] : takers.find(({ id }) => id === here);
  if (!call) return;
  const reason = event.key.length === 1 ? reasons[KEYS.indexOf(event.key)] : undefined;
  const takesBack = (event.key === 'Delete' || event.key === 'Backspace') && call.reason !== null;
  if (!reason && !takesBack) return;
  event.preventDefault();
  // A key that is held down says it once.
  if (!event.repeat) onReason(call.id, reason ? reason.id : null);
}

/** The element `step` further on in a round; from outside it, the first or the last. */
export function around<T>(list: readonly T[], from: T | null, step: -1 | 1): T | undefined {
  const at = from === null ? -1 : list.indexOf(from);
  if (at < 0) return step > 0 ? list[0] : list.at(-1);
  return list[(at + step + list.length) % list.length];
}

function arrowStep(key: string): -1 | 0 | 1 {
  if (key === 'ArrowDown' || key === 'ArrowRight') return 1;
  return key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 0;
}

/** Moves focus and tab stop from one radio to the next. */
function walk(radio: HTMLElement, step: -1 | 1): void {
  const radios = [...(radio.parentElement?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
  const next = around(radios, radio, step);
  if (!next) return;
  radio.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
