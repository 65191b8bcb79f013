/** The popup: what today brought, whom to call back, and what came of that. */
import { bubble, MARIA, STRANGER } from '../desk.ts';
import { expect, test } from '../harness/test.ts';
import { kept, ringing, setOfficeZone, talking } from './steps.ts';

test('today’s counts and the booking rate follow the calls, and 0 ÷ 0 is a dash', async ({
  callmark,
  crm,
  demo,
}) => {
  await setOfficeZone(callmark);
  const popup = await callmark.popup();
  const today = popup.getByRole('region', { name: 'Today' });
  await expect(today).toContainText('–');
  await expect(today).toContainText('0 booked of 0 leads');
  await expect(today).not.toContainText('%');
  const counts = today.locator('dl > div');
  await expect(counts).toHaveText(['Booked0', 'Unbooked0', 'Not a lead0', 'Excused0', 'Abandoned0']);

  await crm.bringToFront();
  const call = await talking(callmark, crm, demo, MARIA);
  const live = popup.getByRole('region', { name: 'On the line' });
  await expect(live).toContainText('Maria Alvarez');
  await expect(live).toContainText('Answered');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const lost = await ringing(callmark, demo, STRANGER);
  demo.act({ do: 'hangUp', call: lost });
  await expect(counts).toHaveText(['Booked0', 'Unbooked0', 'Not a lead0', 'Excused1', 'Abandoned1']);
  await expect(live).toHaveCount(0);
  await expect(today).toContainText('–');
});

test('abandoned calls are dialled, attempted, called back, dismissed with a reason, and put back', async ({
  callmark,
  crm,
  demo,
}) => {
  const numbers = ['+12105550140', '+18305550167', STRANGER];
  const calls: string[] = [];
  for (const from of numbers) {
    const call = await ringing(callmark, demo, from);
    demo.act({ do: 'hangUp', call });
    await kept(callmark, call, { followUp: { state: 'open', by: null } });
    calls.push(call);
  }
  const [attempted = '', reached = '', dismissed = ''] = calls;
  expect(crm.isClosed()).toBe(false);

  const popup = await callmark.popup();
  const queue = popup.getByRole('region', { name: 'To call back' });
  const row = (number: string) => queue.getByRole('listitem', { name: number });
  await expect(row(STRANGER).getByRole('link')).toHaveAttribute('href', `tel:${STRANGER}`);
  await expect(row(STRANGER)).toContainText('not answered');
  await expect(row(STRANGER)).toContainText('just now');

  await row('+12105550140').getByRole('button', { name: 'Attempted' }).click();
  await kept(callmark, attempted, { followUp: { state: 'attempted', by: 'Dana Ruiz' } });
  await row('+18305550167').getByRole('button', { name: 'Called back' }).click();
  await kept(callmark, reached, { followUp: { state: 'called-back' } });

  const stranger = row(STRANGER);
  await stranger.getByRole('button', { name: 'Dismiss' }).click();
  await stranger.getByRole('button', { name: 'Dismiss' }).click();
  await expect(stranger.getByRole('alert')).toContainText('Say in a word why');
  await kept(callmark, dismissed, { followUp: { state: 'open' } });
  await stranger.getByLabel('Why does nobody need to call back?').fill('Spam');
  await popup.keyboard.press('Enter');
  await kept(callmark, dismissed, { followUp: { state: 'dismissed', why: 'Spam' } });
  await expect(stranger).toContainText('Dismissed: Spam');
  await stranger.getByRole('button', { name: 'Undo' }).click();
  await kept(callmark, dismissed, { followUp: { state: 'open' } });
  await expect(stranger.getByRole('button', { name: 'Called back' })).toBeFocused();

  await popup.reload();
  await expect(queue.getByRole('listitem')).toHaveCount(1);
});
