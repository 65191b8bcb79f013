/** Short messages at the bottom of the window: each a new element, gone by itself. */
import { el, icon } from './draw.js';

const STAYS_MS = 6000;

/**
 * @param {string} text
 * @param {Record<string, string | null>} hooks attributes of the element
 */
export function toast(text, hooks = {}) {
  const node = el('div', { class: 'toast', ...hooks }, icon('check'), el('span', {}, text));
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), STAYS_MS);
}
