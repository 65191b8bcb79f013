/** On which side of the window the panel stands: off the calls, until a person moves it. */
import type { Box } from '@/components/overlay/place.ts';

/** A side of the window. */
export type Side = 'left' | 'right';

/** Where the panel stands. */
export interface Standing {
  now(): Side;
  /** A person moved it: there it stays. */
  move(side: Side): void;
  /** Where calls show now, in the window. The first ones decide. */
  look(calls: readonly Box[]): void;
}

/** Begins on the right. */
export function createSide(): Standing {
  let side: Side = 'right';
  let decided = false;
  return {
    now: () => side,
    move(next) {
      side = next;
      decided = true;
    },
    look(calls) {
      if (decided || calls.length === 0) return;
      decided = true;
      const middle = window.innerWidth / 2;
      const onRight = calls.filter((box) => (box.left + box.right) / 2 > middle).length;
      side = onRight * 2 > calls.length ? 'left' : 'right';
    },
  };
}
