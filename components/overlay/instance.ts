/** One of us in a page: a second injection does nothing, and one after a reload of the extension takes over. */

export interface Instance {
  /** Aborted = stop for good. */
  signal: AbortSignal;
  /** Whether the extension is still there; if it is not, this instance stops. */
  alive(): boolean;
  stop(): void;
}

const KEY = 'callmarkInstance';

/** @returns `null` if a living instance is here already. */
export function startInstance(): Instance | null {
  // Ours alone: content scripts have a global object that the page does not see.
  const world = globalThis as { [KEY]?: Instance };
  if (world[KEY]?.alive()) return null;
  const controller = new AbortController();
  const { signal } = controller;
  const instance: Instance = {
    signal,
    stop: () => controller.abort(),
    alive() {
      // In a script whose extension was reloaded, updated or removed the runtime has no id any more.
      if (!chrome.runtime?.id) controller.abort();
      return !signal.aborted;
    },
  };
  world[KEY] = instance;
  return instance;
}
