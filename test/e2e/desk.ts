/** What a CSR and a caller do in the demo CRM, and what Callmark kept of it: the steps of the end-to-end tests. */
import { expect as impatient, type Page } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import type { Demo } from '@/test/demo-crm/serve.ts';
import type { Callmark } from './harness/callmark.ts';

// Also used outside the test runner, where the default is too short for a busy machine.
const expect = impatient.configure({ timeout: 15_000 });

export const MARIA = '+15125550142';
export const STRANGER = '+17375550119';

/** Rings; gives the CRM's id of the call. */
export function ring(demo: Demo, from = MARIA): string {
  const call = demo.act({ do: 'ring', from });
  if (!call) throw new Error('the demo gave no id');
  return call;
}

/** The bubble of a call. */
export function bubble(crm: Page, call: string) {
  return crm.locator(`[data-call-id="${call}"]`);
}

/** The CSR clicks Answer. */
export async function answer(crm: Page, call: string): Promise<void> {
  // In a tab that is not in front a click waits for frames that hardly come.
  await crm.bringToFront();
  await bubble(crm, call).getByTestId('bubble-answer').click();
  await expect(bubble(crm, call)).toHaveAttribute('data-state', 'connected');
}

/** The CSR puts a call on hold. */
export async function hold(crm: Page, call: string): Promise<void> {
  await bubble(crm, call).getByTestId('bubble-hold').click();
  await expect(bubble(crm, call)).toHaveAttribute('data-state', 'held');
}

/** The CSR books a job from the bubble; gives the job's number. */
export async function book(crm: Page, call: string): Promise<string> {
  await bubble(crm, call).getByTestId('bubble-book').click();
  await crm.getByRole('button', { name: 'Save job' }).click();
  const number = await crm.getByTestId('booking-toast').last().getAttribute('data-job');
  if (!number) throw new Error('the CRM named no job');
  return number;
}

/** Sets the threshold by the product's own setting, so that a call over it takes seconds. */
export async function setThreshold(callmark: Callmark, seconds: number): Promise<void> {
  const options = await callmark.options('rules');
  const field = options.getByLabel('Threshold', { exact: true });
  await field.fill(String(seconds));
  await field.blur();
  const kept = () =>
    callmark.inExtension(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      return (settings as { thresholdMs?: number } | undefined)?.thresholdMs;
    });
  await expect.poll(kept).toBe(seconds * 1000);
  await options.close();
}

/** Waits until the only call that is kept has this in it, and gives it. */
export async function onlyCall(callmark: Callmark, expected: Partial<Call>): Promise<Call> {
  const fits = async () => {
    const calls = await callmark.calls();
    return calls.map((call) =>
      Object.fromEntries(Object.keys(expected).map((k) => [k, call[k as keyof Call]])),
    );
  };
  await expect.poll(fits, { message: 'the one call that is kept' }).toEqual([expected]);
  const [call] = await callmark.calls();
  if (!call) throw new Error('no call is kept');
  return call;
}

/** How many events of a type a call has. */
export function times(call: Call, type: Call['events'][number]['type']): number {
  return call.events.filter((e) => e.type === type).length;
}
