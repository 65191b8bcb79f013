// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { proposeSelectors } from '@/components/live/pick/propose.ts';

// happy-dom's attributes have no name and value as nodes, by which the library reads them.
for (const [node, own] of [
  ['nodeName', 'name'],
  ['nodeValue', 'value'],
] as const) {
  Object.defineProperty(Attr.prototype, node, {
    get(this: Attr) {
      return this[own];
    },
  });
}

beforeEach(() => document.body.replaceChildren());

function page(html: string): void {
  document.body.innerHTML = html;
}

function first(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

describe('the proposed selectors', () => {
  it('begin with a test id, then an id, a role, a class', () => {
    page('<p></p><div data-testid="call" id="softphone" role="alertdialog" class="call-box">x</div>');
    expect(proposeSelectors([first('div')], document)).toEqual([
      "[data-testid='call']",
      '#softphone',
      "[role='alertdialog']",
      '.call-box',
    ]);
  });

  it('never name a hashed class, an id with a number, or what is of this call only', () => {
    page(`<section class="panel"><div class="css-1q2w3e4 Box_root__3xKfq" id="call-20417" data-call-id="C-20417"
      aria-label="Call from Maria"><b>x</b></div></section>`);
    const proposed = proposeSelectors([first('div')], document, ['maria']);
    expect(proposed.length).toBeGreaterThan(0);
    for (const selector of proposed) expect(selector).not.toMatch(/css-|Box_|20417|Maria/);
  });

  it('mean all elements of a kind, and nothing else', () => {
    page(
      '<div class="call" data-testid="call">a</div><div class="call" data-testid="call">b</div><div>c</div>',
    );
    const [one, two] = document.querySelectorAll('.call');
    const proposed = proposeSelectors([one as Element, two as Element], document);
    expect(proposed[0]).toBe("[data-testid='call']");
    for (const selector of proposed) expect(document.querySelectorAll(selector)).toHaveLength(2);
  });

  it('are looked for inside the call alone', () => {
    page('<i class="number">x</i><div class="call"><i class="number">y</i></div>');
    const call = first('.call');
    const inside = call.querySelector('i') as Element;
    const proposed = proposeSelectors([inside], call);
    expect(proposed).toContain('.number');
  });
});
