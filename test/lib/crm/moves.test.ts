import { describe, expect, test } from 'vitest';
import { type Move, moveOfLoad, onMove } from '@/lib/crm/moves.ts';

const CREATE = 'https://crm.example/#ticket/create/1';
const ZOOM = 'https://crm.example/#ticket/zoom/9';

/** A window with the browser's own account of its history. */
function windowAt(url: string, activation: object | null = null) {
  const navigation = Object.assign(new EventTarget(), { currentEntry: { url }, activation });
  return {
    window: { navigation, location: { href: url } } as unknown as Window,
    /** The document's address changes, as the browser tells of it. */
    go(to: string, navigationType: string | null) {
      const from = navigation.currentEntry;
      navigation.currentEntry = { url: to };
      navigation.dispatchEvent(Object.assign(new Event('currententrychange'), { navigationType, from }));
    },
  };
}

describe('moves within a document', () => {
  function moves(...steps: [to: string, type: string | null][]): Move[] {
    const { window, go } = windowAt(CREATE);
    const control = new AbortController();
    const seen: Move[] = [];
    onMove(window, control.signal, (move) => seen.push(move));
    for (const [to, type] of steps) go(to, type);
    control.abort();
    go('https://crm.example/#after', 'push');
    return seen;
  }

  test('are told with both addresses, whether pushed or replaced', () => {
    expect(moves([ZOOM, 'push'], [CREATE, 'replace'])).toEqual([
      { from: CREATE, to: ZOOM, back: false },
      { from: ZOOM, to: CREATE, back: false },
    ]);
  });

  test('back and forward are told as such', () => {
    expect(moves([ZOOM, 'traverse'])).toEqual([{ from: CREATE, to: ZOOM, back: true }]);
  });

  test('a page that only notes something on its entry, or stays where it is, moves nowhere', () => {
    expect(moves([ZOOM, null], [ZOOM, 'push'], [ZOOM, 'reload'])).toEqual([]);
  });
});

describe('the move that loaded a document', () => {
  const loaded = (navigationType: string, from: string | null = CREATE) =>
    moveOfLoad(windowAt(ZOOM, { navigationType, from: from && { url: from } }).window);

  test('is told where the browser knows it', () => {
    expect(loaded('push')).toEqual({ from: CREATE, to: ZOOM, back: false });
    expect(loaded('traverse')).toEqual({ from: CREATE, to: ZOOM, back: true });
  });

  test('is none for a reload, for another site before, and in a browser that does not tell', () => {
    expect(loaded('reload')).toBeNull();
    expect(loaded('push', null)).toBeNull();
    expect(moveOfLoad({ location: { href: ZOOM } } as Window)).toBeNull();
  });
});
