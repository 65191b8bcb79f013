/** Moves of a document's address: by pushState, hash, or the load that brought it. */

/** One move. Addresses are whole, with hash. */
export interface Move {
  from: string;
  to: string;
  /** Back or forward in the history: shows again what was, and confirms nothing. */
  back: boolean;
}

/** The part of the browser's Navigation API that tells of moves. */
interface Navigation extends EventTarget {
  currentEntry: { url: string | null } | null;
  activation: { from: { url: string | null } | null; navigationType: string } | null;
}
type CurrentEntryChange = Event & { navigationType: string | null; from: { url: string | null } };

/**
 * The move that loaded this document, where it came from the same origin: browsers tell of no other. `null` for
 * a reload, and where the browser does not say.
 */
export function moveOfLoad(window: Window): Move | null {
  const { activation } = navigationOf(window) ?? {};
  const from = activation?.from?.url;
  if (!activation || !from || activation.navigationType === 'reload') return null;
  return { from, to: window.location.href, back: activation.navigationType === 'traverse' };
}

/** Calls `moved` for every move within the document, at once. */
export function onMove(window: Window, signal: AbortSignal, moved: (move: Move) => void): void {
  const navigation = navigationOf(window);
  const listen = (event: Event) => {
    const { from, navigationType } = event as CurrentEntryChange;
    const to = navigation?.currentEntry?.url;
    // Without a type the page only changed its own state of the entry.
    if (!to || !from.url || navigationType === null || navigationType === 'reload' || to === from.url) return;
    moved({ from: from.url, to, back: navigationType === 'traverse' });
  };
  navigation?.addEventListener('currententrychange', listen, { signal });
}

function navigationOf(window: Window): Navigation | undefined {
  return (window as { navigation?: Navigation }).navigation;
}
