/** Which products a page looks like, whatever its address. */
import { holds } from './lookup.ts';
import type { Condition } from './profile.ts';
import type { PageAccess } from './scope.ts';

/** What is asked of the page. */
export interface Asked {
  /** Id of a profile. */
  id: string;
  fits: Condition;
}

/** What the script that asks leaves in its own world, out of the page's reach. */
export type Asking = typeof globalThis & { callmarkFits?: (asked: Asked[]) => string[] };

/** Ids of those whose condition holds for the page. */
export function fitting(asked: readonly Asked[], page: PageAccess): string[] {
  const { documentElement } = page.document;
  return asked.filter(({ fits }) => holds(fits, documentElement, { page })).map(({ id }) => id);
}
