/** A page that is being read, as the messages to it know it. */
import type { Watching } from '@/lib/crm/watch.ts';

/** What can be asked of it. */
export interface Running {
  /** The profile by which the page is read, as JSON. */
  profile: string;
  /** Asks for what the overlay shows. */
  refresh(): void;
  /** Puts the keyboard focus into the overlay. */
  focus(): void;
  /** The page as it is watched. */
  watcher: Watching;
}
