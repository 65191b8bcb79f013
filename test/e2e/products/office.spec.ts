/** An office in which every CSR sees every bubble: ServiceTitan's page, with another CSR at work on it. */
import { expect, type Page, test } from '@playwright/test';
import { playOn } from './built-in.ts';
import { THRESHOLD_MS } from './scenarios.ts';
import { servicetitan } from './servicetitan.ts';

declare global {
  interface Window {
    /** The other CSRs (test/pages/products/servicetitan.html). */
    office: { claim(call: string, csr: string): void };
  }
}

const MARIA = { from: '+15125550142', name: 'Maria Lopez' };
const KIM = 'Kim Park';

const claimsElsewhere = (page: Page, call: string) =>
  page.evaluate(([id, csr]) => window.office.claim(id, csr), [call, KIM] as const);

test('a bubble that another CSR claims is no call of mine, and none that was lost', () =>
  playOn(servicetitan, async (shift) => {
    const call = await shift.ring(MARIA);
    await claimsElsewhere(shift.page, call.id);
    await shift.kept({ taken: true, endedAt: null });
    await shift.phone.hangUp(call.id);
    await shift.kept({ taken: true, classification: null, followUp: null, endedAt: expect.any(Number) });
  }));

test('a call that I take over, after the question whether to, is mine from then on', () =>
  playOn(servicetitan, async (shift) => {
    const { page, phone } = shift;
    const call = await shift.ring(MARIA);
    await claimsElsewhere(page, call.id);
    await shift.kept({ taken: true });
    await page.getByText(KIM).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(KIM).click();
    await page.getByRole('button', { name: 'Take over' }).click();
    await shift.kept({ taken: false, answeredAt: expect.any(Number), facts: { csr: 'Dana Ruiz' } });
    await shift.lasted(THRESHOLD_MS);
    await phone.hangUp(call.id);
    const [kept] = await shift.kept({ classification: 'unbooked' });
    await shift.endedTruly(kept, call);
  }));

test('a call of mine that another CSR takes over ended for me at that moment', () =>
  playOn(servicetitan, async (shift) => {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    // Soon after my claim another name would mean that I lost the race for it.
    await shift.lasted(3_500);
    await claimsElsewhere(shift.page, call.id);
    await shift.kept({ classification: 'unbooked', handedTo: KIM });
  }));

test('a grey bubble that is closed, with its reason, changes nothing of the call', () =>
  playOn(servicetitan, async (shift) => {
    const call = await shift.ring(MARIA);
    await shift.answer(call);
    await shift.lasted(THRESHOLD_MS);
    await shift.phone.hangUp(call.id);
    const [before] = await shift.kept({ classification: 'unbooked' });
    await shift.page.getByRole('button', { name: 'Close' }).click();
    await shift.page.getByRole('button', { name: 'Wrong number' }).click();
    await expect(shift.page.locator('.call-bubble')).toHaveCount(0);
    // The next call is read after the bubble went.
    await shift.ring({ from: '+17375550119', name: 'Omar Haddad' }, 1);
    const [after] = await shift.calls();
    expect(after).toEqual(before);
  }));
