/**
 * The overlay's own element and its closed shadow root. It is the only thing ever added to the CRM's page: beside
 * `body`, in the browser's top layer, above whatever the page stacks, and out of reach of its styles. If the page
 * throws it out or tampers with it, it is put right again, at a pace that no page can turn into a fight.
 */
export const HOST_NAME = 'callmark-overlay';

/** Least time between two repairs, ms. */
const REPAIR_MS = 400;

export interface Host {
  element: HTMLElement;
  shadow: ShadowRoot;
}

/**
 * Adds the element, in place of any that a dead instance has left behind; gone when `signal` aborts.
 * @param css the styles of the shadow root.
 * @param alive whether this instance may still put its element back.
 */
export function createHost(
  css: string,
  signal: AbortSignal,
  alive: () => boolean,
  name: string = HOST_NAME,
): Host {
  for (const stale of document.querySelectorAll(name)) stale.remove();
  const element = document.createElement(name);
  const shadow = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];

  const observer = new MutationObserver(() => {
    if (!isRight(element)) scheduleRepair();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let repairedAt = Number.NEGATIVE_INFINITY;
  const scheduleRepair = () => {
    const wait = Math.max(0, repairedAt + REPAIR_MS - performance.now());
    timer ??= setTimeout(repair, wait);
  };
  const repair = () => {
    timer = undefined;
    if (signal.aborted || !alive()) return;
    repairedAt = performance.now();
    observer.disconnect();
    putRight(element);
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(element, { attributes: true });
  };
  repair();

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    element.remove();
  });
  return { element, shadow };
}

function isRight(element: HTMLElement): boolean {
  return element.parentNode === document.documentElement && element.attributes.length === 1;
}

function putRight(element: HTMLElement): void {
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  if (element.parentNode !== document.documentElement) document.documentElement.append(element);
  element.setAttribute('popover', 'manual');
  element.showPopover();
}
