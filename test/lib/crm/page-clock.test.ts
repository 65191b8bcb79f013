import { expect, it } from 'vitest';
import { createPageClock } from '@/lib/crm/page-clock.ts';

const hour = 3_600_000;

it('does not jump when the machine’s clock is set', () => {
  let wall = 10 * hour;
  const clock = createPageClock(
    () => wall,
    () => 10 * hour,
  );
  wall += hour;
  expect(clock.now()).toBe(10 * hour);
});

it('catches up with the machine’s clock after a sleep, when told that it may', () => {
  let wall = 10 * hour;
  let steady = 10 * hour;
  const clock = createPageClock(
    () => wall,
    () => steady,
  );
  wall += 8 * hour;
  clock.catchUp();
  expect(clock.now()).toBe(18 * hour);
  wall += 5;
  steady += 5;
  clock.catchUp();
  expect(clock.now()).toBe(18 * hour + 5);
});

it('stays where the machine’s clock was set back, and where the two differ by little', () => {
  let wall = 10 * hour;
  const clock = createPageClock(
    () => wall,
    () => 10 * hour,
  );
  wall -= hour;
  clock.catchUp();
  expect(clock.now()).toBe(10 * hour);
  wall = 10 * hour + 2_000;
  clock.catchUp();
  expect(clock.now()).toBe(10 * hour);
});
