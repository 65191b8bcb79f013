/** Fields of the tab's top document, read from inside a frame of it. */
import { readField } from './field.ts';
import type { Field } from './profile.ts';
import { createPageAccess, type PageAccess } from './scope.ts';

/** Asks the top document's own watcher for a field; rejects where nobody answers. */
export type AskTop = (field: Field) => Promise<string | undefined>;

/** What reading there needs. */
export interface TopOptions {
  document: Document;
  /** Absent: what another origin's top document shows stays unknown. */
  ask: AskTop | undefined;
  /** As in `PageAccessOptions`. */
  openShadow?: ((host: Element) => ShadowRoot | null) | undefined;
  now: () => number;
  /** Another value came in. */
  changed: () => void;
  signal: AbortSignal;
}

/** Another origin's document is asked for a field no more often than this, ms. */
const AGAIN_MS = 1_000;

/**
 * Makes the reading: at once where the documents are of one origin; else the last answer, while the next is on
 * its way.
 */
export function createTop({
  document,
  ask,
  openShadow,
  now,
  changed,
  signal,
}: TopOptions): PageAccess['top'] {
  const answers = new Map<string, { value: string | undefined; askedAt: number }>();
  return (field, { id, key: line } = {}) => {
    const here = { ...field, in: 'document' as const };
    const top = reachable(document);
    if (top) {
      const page = createPageAccess(top, openShadow ? { openShadow } : {});
      return readField(here, top.documentElement, { page, id, key: line });
    }
    const key = JSON.stringify(field);
    const known = answers.get(key);
    if (ask && now() - (known?.askedAt ?? Number.NEGATIVE_INFINITY) >= AGAIN_MS) {
      const entry = { value: known?.value, askedAt: now() };
      answers.set(key, entry);
      ask(field).then(
        (value) => {
          const isNew = value !== entry.value;
          entry.value = value;
          if (isNew && !signal.aborted) changed();
        },
        () => {
          // The top document is not read (yet).
          entry.value = undefined;
        },
      );
    }
    return known?.value;
  };
}

/** The top document, where the browser lets this one see it. */
function reachable({ defaultView }: Document): Document | null {
  try {
    return defaultView?.top?.document ?? null;
  } catch {
    // Of another origin.
    return null;
  }
}
