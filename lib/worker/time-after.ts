/** When a person's word on a call counts. */
import type { Call } from '@/lib/calls/call.ts';

/** Now (epoch ms), but after all that is known of the call: a clock that was set back must not make a person's last word the first. */
export function timeAfter(call: Call): number {
  return Math.max(Date.now(), (call.events.at(-1)?.at ?? 0) + 1);
}
