// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { busyAreas } from '@/components/overlay/busy.ts';

function put(html: string, boxes: Record<string, [number, number, number, number]>): void {
  const range = document.createRange();
  document.body.replaceChildren(range.createContextualFragment(html));
  for (const [selector, [x, y, width, height]] of Object.entries(boxes)) {
    const element = document.querySelector(selector);
    if (element) element.getBoundingClientRect = () => new DOMRect(x, y, width, height);
  }
}

const own = document.createElement('callmark-overlay');
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

afterEach(() => document.body.replaceChildren());

describe('where a person works', () => {
  it('is nowhere while nothing has the focus', () => {
    put('<p>hello</p>', {});
    expect(busyAreas(document, own)).toEqual([]);
  });

  it('is the form that has the focus', () => {
    put('<form><input id="a"></form>', { form: [700, 300, 300, 400], input: [710, 310, 200, 30] });
    focus('#a');
    expect(busyAreas(document, own)).toMatchObject([{ left: 700, top: 300, right: 1000, bottom: 700 }]);
  });

  it('is the field alone where the form is most of the page', () => {
    put('<form><input id="a"></form>', { form: [0, 0, 1024, 768], input: [710, 310, 200, 30] });
    focus('#a');
    expect(busyAreas(document, own)).toMatchObject([{ left: 710, top: 310, right: 910, bottom: 340 }]);
  });

  it('is the field where there is no form', () => {
    put('<input id="a">', { input: [10, 20, 200, 30] });
    focus('#a');
    expect(busyAreas(document, own)).toMatchObject([{ left: 10, top: 20 }]);
  });

  it('is not the overlay', () => {
    put('<div id="host" tabindex="0"></div>', {});
    focus('#host');
    const host = document.querySelector('#host') as Element;
    expect(busyAreas(document, host)).toEqual([]);
  });
});
