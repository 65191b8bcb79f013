// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/components/live/pick/history.ts';
import { beganToHold, proposeSigns } from '@/components/live/pick/signs.ts';

/** A call's box at one moment; everything in it shows but what is `hidden`. */
function box(html: string): Snapshot {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const root = holder.firstElementChild as Element;
  const shown = new Map<Element, string>();
  for (const e of [root, ...root.querySelectorAll('*')]) {
    if (!e.closest('[hidden]')) shown.set(e, e.textContent ?? '');
  }
  return { call: '1', root, shown };
}

describe('the sign of an end', () => {
  it('is the attribute of the box that is new, before the text, which says one way of ending only', () => {
    const past = [
      box('<div data-state="ringing"><p class="status">Incoming</p></div>'),
      box('<div data-state="connected"><p class="status">0:01</p></div>'),
      box('<div data-state="ended"><p class="status">Ended 0:01</p></div>'),
    ];
    expect(proposeSigns(['.status'], 'Ended 0:01', past)).toEqual([
      { attr: { 'data-state': '^ended$' } },
      { has: { find: '.status', when: { visible: true, text: '^Ended \\d+:\\d+$' } } },
    ]);
  });

  it('is the element itself where it showed at no time before', () => {
    const past = [
      box('<div><b class="end" hidden>Over</b></div>'),
      box('<div><b class="end">Over</b></div>'),
    ];
    expect(proposeSigns(['.end'], 'Over', past)[0]).toEqual({
      has: { find: '.end', when: { visible: true } },
    });
  });

  it('is not what shows since the answer, as long as there is something newer', () => {
    const past = [
      box('<div class="box"></div>'),
      box('<div class="box talking"><i class="timer">0:01</i></div>'),
      box('<div class="box over"><i class="timer">0:02</i></div>'),
    ];
    expect(proposeSigns(['.timer'], '0:02', past)[0]).toEqual({ matches: '.over' });
  });

  it('is nothing that looked the same before', () => {
    const past = [box('<div><p class="a">Call</p></div>'), box('<div><p class="a">Call</p><i></i></div>')];
    expect(proposeSigns(['.a'], 'Call', past)).toEqual([]);
  });

  it('does not come and go', () => {
    const on = box('<div class="x"></div>');
    const off = box('<div></div>');
    expect(beganToHold({ matches: '.x' }, [off, on, on])).toBe(1);
    expect(beganToHold({ matches: '.x' }, [off, on, off, on])).toBeNull();
    expect(beganToHold({ matches: '.x' }, [on, on])).toBeNull();
  });

  it('of a call that was never seen otherwise is what was pointed at, with its words', () => {
    expect(proposeSigns(['.a'], 'Ended', [box('<div><p class="a">Ended</p></div>')])[0]).toEqual({
      has: { find: '.a', when: { visible: true, text: '^Ended$' } },
    });
  });
});
