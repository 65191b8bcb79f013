/** A page that has lost its measure: it stays usable, the worker is not flooded, and what is true is kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { onlyCall } from '../desk.ts';
import { keptObservations } from '../harness/kept-observations.ts';
import { test as base, expect, overlay } from '../harness/test.ts';
import { send } from '../people/steps.ts';

const RULES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../pages/front-desk.profile.json'), 'utf8'),
);

/** What a flood was (`test/pages/floods.js`). */
interface Flood {
  changes: number;
  frames: number;
  ms: number;
}

const FLOOD_MS = 6_000;
/** So many news are told in any five seconds (`lib/crm/valve.ts`), the ones before and after the flood among them. */
const most = ({ ms }: Flood) => 25 * (1 + Math.ceil(ms / 5000));

const test = base.extend<{ desk: Page }>({
  desk: async ({ callmark, demo }, use) => {
    await send(callmark, 'saveProfile', {
      ...RULES,
      id: 'floods',
      matches: ['http://127.0.0.1/pages/floods*'],
    });
    await callmark.grant('http://127.0.0.1/*');
    const desk = await callmark.open(`${demo.origin}/pages/floods.html`);
    await desk.locator('callmark-overlay').waitFor({ state: 'attached' });
    await use(desk);
  },
});

/** Runs a function of the page. */
const run = <R>(desk: Page, call: string) => desk.evaluate(call) as Promise<R>;

test('5,000 elements under the root: none is taken for a call, the person is told, and one that is left is read', async ({
  callmark,
  desk,
}) => {
  await run(desk, 'ringMany(5000)');
  await overlay(desk).waitFor('matches far too much on this page');
  await run<Flood>(desk, `storm(${FLOOD_MS})`);
  expect(await callmark.calls()).toEqual([]);
  // That it is too wide is told once.
  expect(await callmark.inExtension(keptObservations)).toBeLessThanOrEqual(3);

  await run(desk, 'leaveOne()');
  await overlay(desk).waitFor(/Ringing.*\(512\) 555-1000/s);
  await desk.getByRole('button', { name: 'Take' }).click();
  await overlay(desk).waitFor('Answered');
  await desk.getByRole('button', { name: 'End' }).click();
  await onlyCall(callmark, { classification: 'excused', end: 'seen' });
});

test('a call that flips a thousand times a second is told now and then, and at last as it is', async ({
  callmark,
  desk,
}) => {
  await run(desk, 'ring("(512) 555-0142")');
  await overlay(desk).waitFor('Ringing');
  const flood = await run<Flood>(desk, `flip(${FLOOD_MS})`);
  expect(flood.changes).toBeGreaterThan(1_000);
  await expect.poll(async () => (await callmark.calls()).at(-1)?.connectedAt ?? null).not.toBeNull();
  expect(await callmark.inExtension(keptObservations)).toBeLessThanOrEqual(most(flood));
});

test('in a storm of changes a call is seen, answered and ended as ever', async ({ callmark, desk }) => {
  const flood = run<Flood>(desk, `storm(${FLOOD_MS})`);
  await run(desk, 'ring("(512) 555-0142")');
  await overlay(desk).waitFor(/Ringing.*\(512\) 555-0142/s);
  await desk.getByRole('button', { name: 'Take' }).click();
  await overlay(desk).waitFor('Answered');
  await desk.getByRole('button', { name: 'End' }).click();
  const call = await onlyCall(callmark, { classification: 'excused', end: 'seen' });
  expect(call.facts.from).toBe('(512) 555-0142');
  await flood;
  expect(await callmark.inExtension(keptObservations)).toBeLessThanOrEqual(10);
});

test('a caller whose number never stands still does not flood the worker, and counts where it stands', async ({
  callmark,
  desk,
}) => {
  await run(desk, 'ring("(512) 555-0142")');
  await overlay(desk).waitFor('Ringing');
  const flood = await run<Flood>(desk, `babble(${FLOOD_MS}, "(737) 555-0119")`);
  expect(flood.changes).toBeGreaterThan(1_000);
  await overlay(desk).waitFor('(737) 555-0119');
  expect(await callmark.inExtension(keptObservations)).toBeLessThanOrEqual(most(flood));
  expect((await callmark.calls()).at(-1)?.facts.from).toBe('(737) 555-0119');
});
