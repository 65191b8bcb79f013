/** How far a call has come, by what the page shows of it. */
import type { StateName } from './profile.ts';
import type { Sighting } from './sighting.ts';

/** True for states after which nothing comes. */
export function isOver(state: StateName): boolean {
  return state === 'ended' || state === 'missed';
}

/** How far a call has come; on hold and off again is no way back. */
export function rank(state: StateName): number {
  switch (state) {
    case 'ringing':
      return 0;
    case 'connecting':
      return 1;
    case 'connected':
    case 'held':
      return 2;
    case 'taken':
      return 3;
    case 'missed':
    case 'ended':
      return 4;
    default:
      return state satisfies never;
  }
}

/** Of a call shown in several forms at once the furthest state counts; on hold says more than connected. `null` = no form says one. */
export function furthest(sightings: Sighting[]): StateName | null {
  let best: StateName | null = null;
  for (const { state } of sightings) {
    if (state === null) continue;
    if (best === null || rank(state) > rank(best) || (best === 'connected' && state === 'held')) best = state;
  }
  return best;
}
