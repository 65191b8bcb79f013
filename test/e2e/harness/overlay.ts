/**
 * The overlay on a page, as a person sees it. It is in a closed shadow root, which locators do not enter, so it
 * is read through DevTools: by accessible role and name, and by what its text shows.
 */
import { type CDPSession, expect, type Page } from '@playwright/test';

const HOST = 'CALLMARK-OVERLAY';

/** How long to wait between two looks, ms. */
const OFTEN = [50, 100, 200];

/** The overlay of a tab. Everything that waits does so for as long as playwright.config.ts lets it. */
export interface Overlay {
  /** The text it shows now; empty while it shows nothing. */
  text(): Promise<string>;
  /** Names of its elements of this role that a person can see or hear of now, in order. */
  names(role: string): Promise<string[]>;
  /** Waits until its text has this in it. */
  waitFor(text: string | RegExp): Promise<void>;
  /** Waits until it has such an element. */
  waitForRole(role: string, name: string | RegExp): Promise<void>;
  /** Waits for the element and clicks into its middle with the real mouse. */
  click(role: string, name: string | RegExp): Promise<void>;
  /** The rectangle in which it shows, in CSS px; null while it shows nothing. */
  box(): Promise<{ x: number; y: number; width: number; height: number } | null>;
  /** Waits until it shows nothing. */
  gone(): Promise<void>;
}

/** The overlay of this page. */
export function overlay(page: Page): Overlay {
  const text = () => withSession(page, async (session) => (await onShadow(session, shownText)) ?? '');
  const names = (role: string) =>
    withSession(page, async (session) => (await elements(session, role)).map(({ name }) => name));
  const waitForRole = (role: string, name: string | RegExp) =>
    expect
      .poll(() => names(role), { message: `overlay shows ${role}`, intervals: OFTEN })
      .toContainEqual(typeof name === 'string' ? name : expect.stringMatching(name));
  const box = () => withSession(page, (session) => onShadow(session, shownBox));
  return {
    text,
    names,
    waitForRole,
    box,
    async waitFor(expected) {
      await expect.poll(text, { message: 'overlay shows', intervals: OFTEN }).toMatch(regExp(expected));
    },
    async click(role, name) {
      await waitForRole(role, name);
      const { x, y } = await withSession(page, (session) => middleOf(session, role, name));
      await page.mouse.click(x, y);
    },
    async gone() {
      await expect.poll(box, { message: 'overlay is gone', intervals: OFTEN }).toBeNull();
    },
  };
}

/** What is in its shadow root now, and the styles that apply there. Throws where the page has no overlay. */
export async function markup(page: Page): Promise<{ html: string; css: string }> {
  const found = await withSession(page, (session) =>
    onShadow(session, function (this: ShadowRoot) {
      const css = this.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      return { html: this.innerHTML, css: css.join('\n') };
    }),
  );
  if (!found) throw new Error('this page has no overlay');
  return found;
}

async function middleOf(session: CDPSession, role: string, name: string | RegExp) {
  const found = (await elements(session, role)).find((one) => fits(one.name, name));
  if (!found) throw new Error(`overlay no longer shows ${role} ${name}`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.node });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: found.node });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

/** Elements of the overlay that the accessibility tree has with this role. */
async function elements(session: CDPSession, role: string): Promise<{ node: number; name: string }[]> {
  const root = await shadowRoot(session);
  if (!root) return [];
  const inside = new Set(nodesUnder(root));
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.flatMap(({ ignored, role: has, name, backendDOMNodeId: node }) =>
    !ignored && node !== undefined && inside.has(node) && has?.value === role
      ? [{ node, name: String(name?.value ?? '') }]
      : [],
  );
}

/** Runs in the page, on the overlay's shadow root. */
function shownText(this: ShadowRoot): string {
  const shown = [...this.children].filter((child) => child.checkVisibility());
  // biome-ignore lint/performance/useDomNodeTextContent: what a person can read is asked, not what is there.
  return shown.map((child) => (child as HTMLElement).innerText).join('\n');
}

/** Runs in the page, on the overlay's shadow root. */
function shownBox(this: ShadowRoot): { x: number; y: number; width: number; height: number } | null {
  const boxes = [...this.querySelectorAll('*')]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1);
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  const width = Math.max(...boxes.map(({ right }) => right)) - x;
  return { x, y, width, height: Math.max(...boxes.map(({ bottom }) => bottom)) - y };
}

/** Runs a function in the page on the closed shadow root of an element of ours; null where there is none. */
export function inShadow<R>(page: Page, host: string, run: (this: ShadowRoot) => R): Promise<R | null> {
  return withSession(page, (session) => onShadow(session, run, host));
}

/** Null where the page has no such element. */
async function onShadow<R>(
  session: CDPSession,
  run: (this: ShadowRoot) => R,
  host = HOST,
): Promise<R | null> {
  const root = await shadowRoot(session, host);
  if (!root) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
  if (!object.objectId) throw new Error('the shadow root has no object');
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(run),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

async function shadowRoot(session: CDPSession, host = HOST): Promise<DomNode | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const html = (root as DomNode).children?.find(({ nodeName }) => nodeName === 'HTML');
  return html?.children?.find(({ nodeName }) => nodeName === host)?.shadowRoots?.[0];
}

function nodesUnder({ backendNodeId, children = [], shadowRoots = [] }: DomNode): number[] {
  return [backendNodeId, ...[...children, ...shadowRoots].flatMap(nodesUnder)];
}

async function withSession<R>(page: Page, run: (session: CDPSession) => Promise<R>): Promise<R> {
  const session = await page.context().newCDPSession(page);
  const result = await run(session);
  await session.detach();
  return result;
}

function fits(name: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? name === expected : expected.test(name);
}

function regExp(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
}
