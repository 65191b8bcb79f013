/** From an element that a person pointed at to what may go into the profile for it, best first. */
import type { TextKey } from '@/components/text.ts';
import { select as selectBy } from '@/lib/crm/lookup.ts';
import type { Pick, PickKind } from '@/lib/crm/pick.ts';
import type { Field } from '@/lib/crm/profile.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import { textOf } from '@/lib/crm/text.ts';
import { parentOf } from './element-at.ts';
import type { Snapshot } from './history.ts';
import { proposeSelectors } from './propose.ts';
import { proposeSigns } from './signs.ts';
import { isSteadyAttribute, isSteadyClass, ROLES, TEST_IDS } from './steady.ts';
import { jobPattern, namePattern, numberIn, wordsPattern } from './texts.ts';

/** One thing that may go into the profile. */
export interface Proposal {
  pick: Pick;
  /** As a person reads it. */
  says: string;
  /** Elements that it means now; `null` = that is not what matters. */
  count: number | null;
}

/** What is known of the page. */
export interface PickContext {
  page: PageAccess;
  /** The calls that the profile reads now. */
  calls: readonly { root: Element; past: readonly Snapshot[]; fickle: readonly string[] }[];
}

/** The proposals, or why there are none. */
export function proposalsFor(
  kind: PickKind,
  element: Element,
  { calls, page }: PickContext,
): Proposal[] | TextKey {
  const { document } = page;
  const select = (selector: string, within: Document | Element) => selectBy(selector, within, { page });
  const fickle = calls.flatMap((call) => call.fickle);
  if (kind === 'call') {
    const found = pathsTo(peersOf(element), document, fickle);
    return some(
      found.map((root) => ({ pick: { kind, root }, says: root, count: select(root, document).length })),
    );
  }
  if (kind === 'booking') {
    const text = textOf(element);
    const words = wordsPattern(text, fickle);
    const job = jobPattern(text);
    return some(
      pathsTo(peersOf(element), document, fickle).map((appears) => ({
        pick: {
          kind,
          appears,
          ...(words === null ? {} : { when: { visible: true, text: words } }),
          ...(job === null ? {} : { job: { pattern: job } }),
        },
        says: appears,
        count: select(appears, document).length,
      })),
    );
  }

  const call = calls.find(({ root }) => contains(root, element));
  if (!call) return calls.length === 0 ? 'livePickCallFirst' : 'livePickOutside';
  const { root } = call;
  const paths = element === root ? [] : pathsTo([element], root, fickle);
  const counted = (says: string) => (says === 'root' ? 1 : select(says, root).length);
  switch (kind) {
    case 'answer':
    case 'reject':
    case 'hang-up': {
      const clicks = element === root ? ['root'] : paths;
      return some(clicks.map((click) => ({ pick: { kind, click }, says: click, count: counted(click) })));
    }
    case 'connected':
    case 'ended': {
      const signs = proposeSigns(paths, textOf(element), call.past);
      if (signs.length === 0) return 'livePickNoSign';
      return signs
        .slice(0, MOST)
        .map((when) => ({ pick: { kind, when }, says: JSON.stringify(when), count: null }));
    }
    case 'from':
    case 'name':
    case 'campaign': {
      const read = kind === 'from' ? numberFrom(element) : textFrom(element);
      if (!read) return 'livePickNoNumber';
      const finds = element === root ? [undefined] : paths;
      return some(
        finds.map((find) => ({
          pick: { kind, field: fieldOf(find, read) },
          says: [find, read.read].filter(Boolean).join(' → ') || 'root',
          count: find === undefined ? 1 : counted(find),
        })),
      );
    }
    default:
      return kind satisfies never;
  }
}

const MOST = 4;

function some(proposals: Proposal[]): Proposal[] | TextKey {
  return proposals.length === 0 ? 'livePickNoSelector' : proposals.slice(0, MOST);
}

/** How a value is read from an element. */
interface Read {
  read?: string;
  pattern?: string;
}

/** The text, if the number is in it; else an attribute that has one. */
function numberFrom(element: Element): Read | null {
  const places: [read: string | undefined, value: string][] = [
    [undefined, textOf(element)],
    ['value', (element as Partial<HTMLInputElement>).value ?? ''],
    ...Array.from(element.attributes, ({ name, value }): [string, string] => [`@${name}`, value]),
  ];
  for (const [read, value] of places) {
    const number = numberIn(value);
    if (number.is === 'none') continue;
    return {
      ...(read === undefined ? {} : { read }),
      ...(number.is === 'part' ? { pattern: number.pattern } : {}),
    };
  }
  return null;
}

function textFrom(element: Element): Read {
  const value = (element as Partial<HTMLInputElement>).value;
  if (typeof value === 'string' && value !== '') return { read: 'value' };
  const pattern = namePattern(textOf(element));
  return pattern === null ? {} : { pattern };
}

function fieldOf(find: string | undefined, read: Read): Field {
  if (find !== undefined && Object.keys(read).length === 0) return find;
  return { ...(find === undefined ? {} : { find }), ...read };
}

/** Selectors for the elements inside `within`; from shadow root to shadow root by ` >>> `. */
function pathsTo(elements: Element[], within: Document | Element, fickle: readonly string[]): string[] {
  const [first] = elements;
  if (!first) return [];
  const root = first.getRootNode();
  const inside = within.nodeType === Node.DOCUMENT_NODE ? root === within : within.contains(first);
  if (inside) return proposeSelectors(elements, within, fickle);
  if (!(root instanceof ShadowRoot)) return [];
  const [host] = pathsTo([root.host], within, fickle);
  if (host === undefined) return [];
  return proposeSelectors(elements, root, fickle).map((inner) => `${host} >>> ${inner}`);
}

/** The element and those that are the same to a person who made the page: the boxes of two calls. */
function peersOf(element: Element): Element[] {
  const key = keyOf(element);
  if (key === element.localName) return [element];
  const root = element.getRootNode() as Document | ShadowRoot;
  return Array.from(root.querySelectorAll(element.localName)).filter((other) => keyOf(other) === key);
}

function keyOf(element: Element): string {
  const named = [...TEST_IDS, ...ROLES].flatMap((name) => {
    const value = element.getAttribute(name);
    return value !== null && isSteadyAttribute(name, value, []) ? [`[${name}=${value}]`] : [];
  });
  const classes = Array.from(element.classList, (name) => (isSteadyClass(name) ? `.${name}` : '')).sort();
  return [element.localName, ...named, ...classes].join('');
}

function contains(root: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === root) return true;
  return false;
}
