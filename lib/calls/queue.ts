/** The abandoned calls that a later answered call resolves by itself. Pure. */
import type { Call } from './call.ts';
import type { News } from './decide.ts';

/** Whether a person still has to see to it. */
export function isOpen(call: Call): boolean {
  return call.followUp?.state === 'open';
}

/**
 * When the same number is next answered, its earlier abandoned calls are resolved as `reached-us-again`.
 * @param abandoned calls of the same number, as the store finds them.
 */
export function reachedAgain(answered: Call, abandoned: readonly Call[]): News[] {
  const { answeredAt } = answered;
  if (answeredAt === null || answered.taken || answered.direction === 'outbound') return [];
  return abandoned
    .filter((c) => c.id !== answered.id && c.startedAt < answeredAt)
    .filter((c) => c.followUp?.state === 'open' || c.followUp?.state === 'attempted')
    .map((c) => ({
      id: c.id,
      origin: c.origin,
      crm: c.crm,
      events: [
        {
          id: `${c.id}:reached-us-again:${answered.id}`,
          type: 'followedUp',
          at: Math.max(answeredAt, c.endedAt ?? answeredAt),
          by: 'rules',
          as: 'reached-us-again',
          call: answered.id,
        },
      ],
    }));
}
