/** Short messages at the bottom of the window: each a new element, gone by itself. */
import { el, icon } from './draw.js';

const STAYS_MS = 6000;

/**
 * @param {string} text
 * @param {Record<string, string | null>} hooks attributes of the element
 */
export function toast(text, hooks = {}) {
  show(el('div', { class: 'toast', ...hooks }, icon('check'), el('span', {}, text)));
}

/** Says that something could not be done. @param {unknown} error */
export function trouble(error) {
  console.error(error);
  const words = 'That did not work: the office server was not reached.';
  show(el('div', { class: 'toast toast-trouble' }, icon('close'), el('span', {}, words)));
}

function show(node) {
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), STAYS_MS);
}
