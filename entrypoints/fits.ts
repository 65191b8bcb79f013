/**
 * Lets a page be asked which products it looks like. Unlisted, injected into the active tab when a person opens the
 * popup on a page that is not read; it does nothing but answer.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Asking, fitting } from '@/lib/crm/fitting.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';

export default defineUnlistedScript(() => {
  const openShadow = (host: Element) => chrome.dom.openOrClosedShadowRoot(host as HTMLElement) ?? null;
  (globalThis as Asking).callmarkFits = (asked) => fitting(asked, createPageAccess(document, { openShadow }));
});
