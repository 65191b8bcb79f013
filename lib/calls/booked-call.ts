/** Whose job is it? Pure. */
import type { Call } from './call.ts';
import type { Booking } from './seen.ts';
import { type Beholder, namedCall } from './which-call.ts';

/**
 * The call that a job booked at `at` (epoch ms, our scale) belongs to: the one that the page ties it to; else the one
 * on the line; else the one that ended last, in the wrap-up time. `null` = none of those that are known.
 */
export function bookedCall(b: Booking, at: number, by: Beholder): Call | null {
  // Tied to a call that was never seen here, it belongs to none of those that were.
  if (b.call !== undefined) return namedCall(b.call, by) ?? null;
  const here = callsOfThisTab(by);
  const talking = here
    .filter((c) => c.endedAt === null && !c.taken && (c.answeredAt !== null || c.connectedAt !== null))
    // Connected but never claimed comes before none, and after any that was claimed.
    .sort((a, z) => (a.claimedAt ?? 0) - (z.claimedAt ?? 0));
  if (talking.length > 0) return talking.findLast((c) => !c.onHold) ?? null;
  const justEnded = here
    .filter((c) => c.endedAt !== null && !c.taken && (c.answeredAt !== null || c.cause === 'not-claimed'))
    .filter((c) => at >= (c.endedAt ?? 0) && at <= (c.endedAt ?? 0) + by.world.rules.wrapUpMs)
    .sort((a, z) => (a.endedAt ?? 0) - (z.endedAt ?? 0))
    .at(-1);
  return justEnded ?? null;
}

function callsOfThisTab({ known, watch }: Beholder): Call[] {
  const ids = new Set<string>();
  for (const w of [...known.watches, watch]) {
    if (w.tabId === watch.tabId) for (const s of Object.values(w.shown)) ids.add(s.call);
  }
  return [...ids].flatMap((id) => known.calls.get(id) ?? []).filter((c) => c.direction === 'inbound');
}
