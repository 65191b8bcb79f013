/**
 * A frame of our own inside the closed shadow root: what happens in it (keys, clicks, typing) is an event of
 * another document, so the CRM's page hears nothing of it, in whatever phase it listens.
 */
import { text } from '@/components/text.ts';

/** The frame and what is drawn into. */
export interface OwnFrame {
  frame: HTMLIFrameElement;
  /** Its shadow root, with the styles; another one after the frame was taken out and put back. */
  shadow(): ShadowRoot | null;
}

/**
 * @param host closed shadow root in the page.
 * @param css styles for what is drawn in the frame.
 * @param ready called whenever there is a new, empty document to draw into: also after the page took the frame
 *   out of its document, which empties it.
 */
export function createFrame(
  host: ShadowRoot,
  css: string,
  signal: AbortSignal,
  ready: (shadow: ShadowRoot) => void,
): OwnFrame {
  const frame = document.createElement('iframe');
  frame.title = text('liveTitle');
  let shadow: ShadowRoot | null = null;
  const begin = () => {
    const inside = frame.contentDocument;
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inside || !view || shadow?.ownerDocument === inside) return;
    inside.title = text('liveTitle');
    inside.documentElement.lang = chrome.i18n.getUILanguage();
    inside.documentElement.style.overflow = 'hidden';
    inside.documentElement.style.colorScheme = 'light dark';
    inside.body.style.margin = '0';
    const root = inside.createElement('div');
    // Not for hiding: styles of a shadow root are adopted also where the page's policy forbids <style>.
    shadow = root.attachShadow({ mode: 'open' });
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    inside.body.append(root);
    ready(shadow);
  };
  frame.addEventListener('load', begin, { signal });
  host.append(frame);
  begin();
  signal.addEventListener('abort', () => frame.remove(), { once: true });
  return { frame, shadow: () => shadow };
}
