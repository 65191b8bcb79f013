/**
 * The script in the CRM's page. Unlisted and injected by the background, since a WXT content script can be stopped
 * by an event that any page may forge, and announces itself to the page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begin } from './begin.ts';

export default defineUnlistedScript(() => begin());
