/** The live view: what a profile reads on a page now, by which rule, and what an edit of it does. */
import { MARIA, ring } from '../desk.ts';
import { openLive } from '../harness/live.ts';
import { expect, test } from '../harness/test.ts';

test('it shows each call with its state, the rule that decided it, its fields and where they come from', async ({
  callmark,
  crm,
  demo,
}) => {
  const panel = await openLive(callmark, crm, 'demo-crm');
  await expect(panel.getByRole('heading', { name: 'Brightpipe (demo CRM)' })).toBeVisible();
  await expect(panel.getByText('Reads this page now')).toBeVisible();
  await expect(panel.getByText('No element on this page matches the root')).toBeVisible();

  ring(demo, MARIA);
  const call = panel.getByRole('article', { name: 'Call 1' });
  await expect(call).toContainText('Ringing');
  await expect(call).toContainText('calls[0].state[4]');
  await expect(call.getByRole('listitem').filter({ hasText: 'Number' })).toContainText(
    '+15125550142span[data-testid="caller-number"] → @data-number',
  );
  await expect(call.getByRole('listitem').filter({ hasText: 'Reject' })).toContainText('1 element');
  await expect(panel.getByText('Maria Alvarez: Ringing (new call)')).toBeVisible();
});
