/** Small means of drawing: elements from data, and a redraw that leaves the focus where it was. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes that are `null`, `undefined` or `false` are left out; children that are, too.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...unknown} children nodes, strings, or lists of them
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** One of the symbols in index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A round mark with a person's initials. */
export function avatar(name) {
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return el('span', { class: 'avatar', style: `--hue: ${hue}`, 'aria-hidden': 'true' }, initials);
}

/**
 * Replaces all children. The control with the same `data-focus` as the focused one gets the focus back; where
 * it is gone, the first one that begins with the same word (of the same call).
 */
export function redraw(container, nodes) {
  const focused = container.contains(document.activeElement)
    ? document.activeElement.getAttribute('data-focus')
    : null;
  container.replaceChildren(...nodes);
  if (!focused) return;
  const find = (operator, key) => container.querySelector(`[data-focus${operator}"${CSS.escape(key)}"]`);
  (find('=', focused) ?? find('^=', `${focused.split(' ')[0]} `))?.focus();
}
