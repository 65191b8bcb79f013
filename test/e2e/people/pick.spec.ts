/** Point and click: a profile made by picks alone, on a CRM that Callmark does not know, reads its calls right. */
import type { Frame, Locator, Page } from '@playwright/test';
import { answer, book, bubble, MARIA, ring, setThreshold } from '../desk.ts';
import type { Callmark } from '../harness/callmark.ts';
import { openLive } from '../harness/live.ts';
import { expect, overlay, test } from '../harness/test.ts';

/** The demo CRM as a stranger: its built-in profile is switched off. */
async function strangers(callmark: Callmark): Promise<void> {
  const options = await callmark.options('crms');
  await options.getByRole('switch', { name: 'Brightpipe (demo CRM) is on' }).click();
  await options.close();
}

/** Picks as a person does: the button, then pointer and click on the page. */
async function pick(crm: Page, panel: Frame, what: string, target: Locator, named: string): Promise<void> {
  await panel.getByRole('button', { name: `Pick: ${what}` }).click();
  const aimed = panel.getByRole('status').filter({ visible: true });
  await expect(aimed).toBeVisible();
  // The page draws its bubble anew now and then: for a moment the node that was found has no place.
  let box: { x: number; y: number; width: number; height: number } | null = null;
  await expect
    .poll(async () => (box = await target.boundingBox()), { message: `${what} is on screen` })
    .not.toBeNull();
  const { x: left, y: top, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  // Not the middle: the word "Ended" stands left of a timer that is an element of its own.
  const [x, y] = [left + Math.min(12, width / 2), top + height / 2];
  await crm.mouse.move(x - 5, y - 5);
  await crm.mouse.move(x, y);
  await expect(aimed).toContainText(named);
  await crm.mouse.click(x, y);
  await expect(panel.getByRole('group', { name: `${what}: found by` })).toBeVisible();
}

test('six picks make a profile by which calls are answered, timed, booked and missed', async ({
  callmark,
  crm,
  demo,
}) => {
  await strangers(callmark);
  await setThreshold(callmark, 1);
  await crm.bringToFront();
  const first = ring(demo, MARIA);
  const box = bubble(crm, first);
  await expect(box).toBeVisible();

  const panel = await openLive(callmark, crm, null);
  await expect(panel.getByText('A new profile: nothing is kept until you save it')).toBeVisible();
  await pick(crm, panel, 'The call', box, 'call-bubble');
  await pick(crm, panel, 'The number', box.getByTestId('caller-number'), 'caller-number');
  await pick(crm, panel, 'The name', box.getByTestId('caller-name'), 'caller-name');
  await pick(crm, panel, 'The answer button', box.getByTestId('bubble-answer'), 'bubble-answer');
  // The page did not feel a single click.
  await expect(box).toHaveAttribute('data-state', 'ringing');

  await answer(crm, first);
  await box.getByTestId('bubble-hang-up').click();
  await pick(crm, panel, 'The sign of its end', box.getByText('Ended'), 'bubble-status');
  await box.getByTestId('bubble-book').click();
  await crm.getByRole('button', { name: 'Save job' }).click();
  await pick(crm, panel, 'The confirmation', crm.getByTestId('booking-toast'), 'booking-toast');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Saved. Callmark reads by it now.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close the live view' }).click();
  demo.act({ do: 'reset' });

  const stranger = ring(demo, '+17375550119');
  await overlay(crm).waitFor(/Ringing.*\(737\) 555-0119/s);
  demo.act({ do: 'hangUp', call: stranger });
  await overlay(crm).waitFor('Abandoned');
  const second = ring(demo, MARIA);
  await answer(crm, second);
  await overlay(crm).waitFor('Ongoing');
  await bubble(crm, second).getByTestId('bubble-hang-up').click();
  await overlay(crm).waitFor('Unbooked');
  const third = ring(demo, '+15125550184');
  await answer(crm, third);
  await overlay(crm).waitFor('Ongoing');
  const job = await book(crm, third);
  await bubble(crm, third).getByTestId('bubble-hang-up').click();
  await overlay(crm).waitFor('Booked');

  expect(await callmark.calls()).toMatchObject([
    { classification: 'abandoned', cause: 'not-answered', facts: { from: '(737) 555-0119' } },
    { classification: 'unbooked', end: 'seen', facts: { from: '(512) 555-0142', name: 'Maria Alvarez' } },
    { classification: 'booked', end: 'seen', facts: { name: 'Ben & Laura Whitfield', job } },
  ]);
});
