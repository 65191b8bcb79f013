/** Webitel's list at the size that shows no number, no name and no queue: several calls stay who they are. */
import { expect, test } from '@playwright/test';
import { playOn } from './built-in.ts';
import { THRESHOLD_MS } from './scenarios.ts';
import type { Shift } from './shift.ts';
import { webitel } from './webitel.ts';

const MARIA = { from: '+15125550142', name: 'Maria Lopez' };
const OMAR = { from: '+17375550119', name: 'Omar Haddad' };
const MISSED = { classification: 'abandoned', cause: 'not-answered' };
const facts = ({ from }: { from: string }) => ({ facts: expect.objectContaining({ from }) });

test('of two calls that ring in the collapsed list, the one that goes is missed, whichever it is', () =>
  playOn(webitel, async (shift) => {
    const first = await shift.ring(MARIA);
    const second = await shift.ring(OMAR, 1);
    await collapse(shift);
    await shift.phone.cancel(first.id);
    const [gone] = await shift.kept({ ...MISSED, ...facts(MARIA) }, { endedAt: null, ...facts(OMAR) });
    await shift.endedTruly(gone, first);
    await answerSmall(shift, 0);
    await shift.kept(MISSED, { answeredAt: expect.any(Number), ...facts(OMAR) });
    await shift.lasted(THRESHOLD_MS, 1);
    await shift.phone.hangUp(second.id);
    await shift.kept(MISSED, { classification: 'unbooked' });
  }));

test('a call that rings beside one that is talked on, both collapsed, is answered for itself', () =>
  playOn(webitel, async (shift) => {
    const first = await shift.ring(MARIA);
    await shift.answer(first);
    const second = await shift.ring(OMAR, 1);
    await collapse(shift);
    await shift.kept({ answeredAt: expect.any(Number), endedAt: null }, { answeredAt: null, endedAt: null });
    await answerSmall(shift, 1);
    await shift.kept({ endedAt: null, ...facts(MARIA) }, { answeredAt: expect.any(Number), ...facts(OMAR) });
    await shift.lasted(THRESHOLD_MS, 1);
    await shift.phone.hangUp(first.id);
    const [kept] = await shift.kept({ classification: 'unbooked' }, { endedAt: null });
    await shift.endedTruly(kept, first);
    await shift.phone.hangUp(second.id);
    const [, last] = await shift.kept({}, { classification: 'unbooked' });
    await shift.endedTruly(last, second);
  }));

/** Collapses the list, for longer than a form may be away. */
async function collapse(shift: Shift): Promise<void> {
  const { page, phone } = shift;
  await page.locator('.collapse-action').click();
  await expect(page.locator('.queue-preview-sm').first()).toBeVisible();
  await shift.passed((await phone.now()) + 2_500);
}

const answerSmall = ({ page }: Shift, nth: number) =>
  page.locator('.queue-preview-sm').nth(nth).locator('.queue-preview-actions > :first-child').click();
