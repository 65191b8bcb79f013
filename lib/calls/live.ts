/** What a call is while it goes on. */
import type { Call, LiveState } from './call.ts';

/**
 * The live state at `now` (epoch ms), `null` for a call that ended, is outbound or was taken by another CSR.
 * A call is ongoing from the threshold on, to the millisecond.
 */
export function liveState(
  call: Pick<Call, 'endedAt' | 'answeredAt' | 'taken' | 'direction'>,
  thresholdMs: number,
  now: number,
): LiveState | null {
  if (call.endedAt !== null || call.taken || call.direction === 'outbound') return null;
  if (call.answeredAt === null) return 'ringing';
  return now - call.answeredAt >= thresholdMs ? 'ongoing' : 'answered';
}
