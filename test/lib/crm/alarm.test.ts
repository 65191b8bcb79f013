import { expect, onTestFinished, test } from 'vitest';
import { createAfter } from '@/lib/crm/alarm.ts';

/** Timers as the page has them, stopped with the test. */
function timers() {
  const control = new AbortController();
  onTestFinished(() => control.abort());
  const after = createAfter(control.signal);
  /** Resolves once a timer that was set last has run, so that those before it had their turn. */
  const turn = () => new Promise<void>((resolve) => createAfter(control.signal)(1, resolve));
  return { control, after, turn };
}

test('runs what it is given, also from within a timer', async () => {
  const { after } = timers();
  await new Promise<void>((resolve) => after(0, () => after(0, resolve)));
});

test('what is taken back does not run', async () => {
  const { after, turn } = timers();
  let ran = 0;
  const cancel = after(0, () => ran++);
  after(0, () => ran++);
  cancel();
  await turn();
  expect(ran).toBe(1);
});

test('stopped, nothing runs', async () => {
  const { after, control } = timers();
  let ran = 0;
  after(0, () => ran++);
  control.abort();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(ran).toBe(0);
});
