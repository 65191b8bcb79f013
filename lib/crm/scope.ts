/** How the elements of one document are reached, and for which call they are asked. */
import type { Field, StateName } from './profile.ts';

/** One document, with what plain selectors do not reach. */
export interface PageAccess {
  readonly document: Document;
  /** The shadow root of an element, a closed one where the browser lets us; `null` = it has none. */
  shadowRoot(host: Element): ShadowRoot | null;
  /** Whether, since this was last asked, an element had none (yet): getting one changes no document. */
  awaitsShadow(): boolean;
  /** The field's value in the tab's top document, as far as it is known by now. */
  top(field: Exclude<Field, string | string[]>, of?: Pick<Scope, 'id' | 'key'>): string | undefined;
}

/** A page, and the call that is looked at: what `{id}`, `{key}` and `firstSeen` stand for. */
export interface Scope {
  page: PageAccess;
  id?: string | undefined;
  key?: string | undefined;
  /** The state in which the call was first seen while the page was watched. */
  firstSeen?: StateName | undefined;
}

/** What a page needs beyond its document. */
export interface PageAccessOptions {
  /** Gives closed shadow roots too; by default only open ones are seen. */
  openShadow?: (host: Element) => ShadowRoot | null;
  /** Told once of every shadow root that a selector stepped into. */
  entered?: (root: ShadowRoot) => void;
  /** Reads in the tab's top document; by default there is none but the document's own. */
  top?: PageAccess['top'];
}

/** Makes the access to a document. */
export function createPageAccess(document: Document, options: PageAccessOptions = {}): PageAccess {
  const { openShadow = (host) => host.shadowRoot, entered, top = () => undefined } = options;
  const known = new WeakSet<ShadowRoot>();
  let awaited = false;
  return {
    document,
    top,
    shadowRoot(host) {
      const root = openShadow(host);
      if (!root) awaited = true;
      if (root && !known.has(root)) {
        known.add(root);
        entered?.(root);
      }
      return root;
    },
    awaitsShadow() {
      const was = awaited;
      awaited = false;
      return was;
    },
  };
}
