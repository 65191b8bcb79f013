import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, dock, FIRST_PLACE, findSpot, spotOf } from '@/components/overlay/place.ts';

const viewport = { width: 1000, height: 800 };
const size = { width: 300, height: 200 };
const wanted = { left: 680, top: 580 };

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(spot: { left: number; top: number }, b: Box): boolean {
  const across = spot.left < b.right && spot.left + size.width > b.left;
  return across && spot.top < b.bottom && spot.top + size.height > b.top;
}

test('it stands where it was left while no bubble is there', () => {
  expect(findSpot({ viewport, size, wanted, bubbles: [box(0, 0, 200, 100)] })).toEqual({
    ...wanted,
    hides: false,
  });
});

test('a bubble under it makes it step aside the shortest way, with a gap', () => {
  const bubbles = [box(700, 740, 280, 50)];
  expect(findSpot({ viewport, size, wanted, bubbles })).toEqual({ left: 680, top: 532, hides: false });
});

test('it does not step from one bubble onto the next', () => {
  const bubbles = [box(700, 740, 280, 50), box(700, 500, 280, 60)];
  const spot = findSpot({ viewport, size, wanted, bubbles });
  expect(spot.hides).toBe(false);
  expect(bubbles.some((b) => overlaps(spot, b))).toBe(false);
});

test('bubbles without a size or out of the window are no bubbles', () => {
  const bubbles = [box(700, 600, 0, 0), box(700, 900, 100, 100), box(-400, 0, 300, 800)];
  expect(findSpot({ viewport, size, wanted, bubbles })).toEqual({ ...wanted, hides: false });
});

test('where every position hides something it says so and stays in the window', () => {
  const spot = findSpot({ viewport, size, wanted, bubbles: [box(0, 0, 1000, 800)] });
  expect(spot.hides).toBe(true);
  expect(spot).toMatchObject(wanted);
});

test('it never leaves the window', () => {
  const far = { left: 5000, top: -70 };
  expect(findSpot({ viewport, size, wanted: far, bubbles: [] })).toEqual({ left: 700, top: 0, hides: false });
  expect(findSpot({ viewport: { width: 100, height: 100 }, size, wanted, bubbles: [] })).toMatchObject({
    left: 0,
    top: 0,
  });
});

test('whatever the bubbles, a position that hides none is found if the four corners offer one', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.nat(900),
      y: fc.nat(700),
      w: fc.integer({ min: 1, max: 400 }),
      h: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(boxes, fc.nat(1000), fc.nat(800), (list, left, top) => {
      const bubbles = list.map(({ x, y, w, h }) => box(x, y, w, h));
      const spot = findSpot({ viewport, size, wanted: { left, top }, bubbles });
      const corners = [8, 692].flatMap((l) => [8, 592].map((t) => ({ left: l, top: t })));
      const offered = corners.some((corner) => !bubbles.some((b) => overlaps(corner, b)));
      expect(spot.hides).toBe(bubbles.some((b) => overlaps(spot, b)));
      if (offered) expect(spot.hides).toBe(false);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a place is remembered from the nearest corner', () => {
  expect(dock({ left: 30, top: 40 }, size, viewport)).toEqual({ corner: 'top-left', dx: 30, dy: 40 });
  expect(dock({ left: 680, top: 590 }, size, viewport)).toEqual({ corner: 'bottom-right', dx: 20, dy: 10 });
  expect(dock({ left: 10, top: 590 }, size, viewport)).toEqual({ corner: 'bottom-left', dx: 10, dy: 10 });
  expect(dock({ left: 690, top: 0 }, size, viewport)).toEqual({ corner: 'top-right', dx: 10, dy: 0 });
});

test('a remembered place holds its distance to its corner in another window and size', () => {
  const place = { ...FIRST_PLACE, corner: 'bottom-right', dx: 20, dy: 10 } as const;
  expect(spotOf(place, size, viewport)).toEqual({ left: 680, top: 590 });
  expect(spotOf(place, { width: 100, height: 40 }, { width: 500, height: 400 })).toEqual({
    left: 380,
    top: 350,
  });
  expect(spotOf({ ...place, corner: 'top-left' }, size, viewport)).toEqual({ left: 20, top: 10 });
});
