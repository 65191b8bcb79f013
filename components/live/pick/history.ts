/**
 * What the boxes of calls looked like before: a sign of the end can only be told from what shows all the time by
 * comparing. Kept in memory while the live view is open, and only as much as is needed for that.
 */
import { isVisible } from '@/lib/crm/layout.ts';
import { textOf } from '@/lib/crm/text.ts';

/** A call's box at one moment. */
export interface Snapshot {
  /** Which call it was: an element that is drawn anew is another, its number is the same. */
  call: string;
  /** A copy, apart from the page. */
  root: Element;
  /** Elements of the copy that a person could see, with the text they showed. */
  shown: ReadonlyMap<Element, string>;
}

/** The snapshots of the calls that were on screen while the live view was open. */
export interface History {
  /** Takes a snapshot of each call's box that looks other than before. A call that was gone is another one. */
  look(now: readonly { call: string; root: Element }[]): void;
  /** Of one call, since it showed last, oldest first. */
  of(call: string): Snapshot[];
}

const MOST = 60;
/** Boxes larger than this are no boxes of one call. */
const MOST_ELEMENTS = 300;

/** Begins without a past. */
export function createHistory(): History {
  let kept: { snapshot: Snapshot; look: string }[] = [];

  const note = (call: string, root: Element) => {
    const look = lookOf(root);
    if (kept.findLast(({ snapshot }) => snapshot.call === call)?.look === look) return;
    const snapshot = snap(call, root);
    if (snapshot) kept = [...kept, { snapshot, look }].slice(-MOST);
  };

  return {
    look(now) {
      const here = new Set(now.map(({ call }) => call));
      kept = kept.filter(({ snapshot }) => here.has(snapshot.call));
      for (const { call, root } of now) note(call, root);
    },
    of: (call) => kept.map(({ snapshot }) => snapshot).filter((snapshot) => snapshot.call === call),
  };
}

/** What a person would see differ; digits count up all the time and say nothing. */
function lookOf(root: Element): string {
  const attributes = [root, ...Array.from(root.querySelectorAll('*')).slice(0, MOST_ELEMENTS)].map((e) =>
    [e.localName, e.getAttribute('class'), ...Object.values(dataOf(e))].join(' '),
  );
  return [textOf(root), ...attributes].join('\n').replace(/\d+/g, '0');
}

function dataOf(element: Element): Record<string, string | undefined> {
  return 'dataset' in element ? { ...(element as HTMLElement).dataset } : {};
}

function snap(call: string, root: Element): Snapshot | null {
  const real = [root, ...root.querySelectorAll('*')];
  if (real.length > MOST_ELEMENTS) return null;
  const copy = root.cloneNode(true) as Element;
  const copies = [copy, ...copy.querySelectorAll('*')];
  const shown = new Map<Element, string>();
  real.forEach((element, index) => {
    const twin = copies[index];
    if (twin && isVisible(element)) shown.set(twin, textOf(element));
  });
  return { call, root: copy, shown };
}
