/** What looks like a job on a product's page and is none: an old one that is opened, a form that says no. */
import { expect, type Page, test } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import { playOn } from './built-in.ts';
import { issabelCallCenter } from './issabel-call-center.ts';
import type { Product } from './product.ts';
import { THRESHOLD_MS } from './scenarios.ts';
import { servicetitan } from './servicetitan.ts';
import { vicidial } from './vicidial.ts';
import { webitel } from './webitel.ts';
import { zammad } from './zammad.ts';

/** Longer than the rest between two readings: what shows until then was read. */
const READ_MS = 1_500;

const CASES: { product: Product; name: string; does: (page: Page) => Promise<void> }[] = [
  {
    product: servicetitan,
    name: 'a job of before that is opened from the calls',
    async does(page) {
      await page.getByRole('link', { name: 'Job 1001' }).click();
      await expect(page).toHaveURL(/#\/Job\/Index\/1001$/);
      await page.getByRole('link', { name: 'Calls' }).click();
    },
  },
  {
    product: zammad,
    name: 'an old ticket that is opened from the form of a new one',
    async does(page) {
      await page.getByRole('link', { name: 'New ticket' }).click();
      await page.getByRole('link', { name: 'Ticket 5' }).click();
      await expect(page).toHaveURL(/#ticket\/zoom\/5$/);
    },
  },
  {
    product: issabelCallCenter,
    name: 'a message that says something else was done',
    async does(page) {
      await page.locator('#btn_confirmar_contacto').click();
      await expect(page.locator('#issabel-callcenter-info-message')).toContainText('Contacto');
    },
  },
  {
    product: vicidial,
    name: 'a disposition that is no sale',
    does: (page) => page.getByText('NI - Not Interested').click(),
  },
  {
    product: webitel,
    name: 'a form that says no',
    async does(page) {
      await page.locator('.post-processing__status-control').last().click();
      await page.locator('.post-processing__submit-btn').click();
      await expect(page.locator('.post-processing__submit-btn.secondary')).toBeVisible();
    },
  },
];

for (const { product, name, does } of CASES) {
  test(`${product.id}: ${name} is no job`, () =>
    playOn(product, async (shift) => {
      const call = await shift.ring({ from: '+15125550142', name: 'Maria Lopez' });
      await shift.answer(call);
      if (product.books === 'after the end') {
        await shift.lasted(THRESHOLD_MS);
        await shift.hangUp(call);
        await shift.kept({ classification: 'unbooked' });
      }
      await does(shift.page);
      await shift.passed((await shift.phone.now()) + READ_MS);
      // A true job after it is the first that is kept.
      await shift.phone.book(call.id);
      const jobs = async () => (await shift.calls()).flatMap(booked);
      await expect.poll(jobs).toHaveLength(1);
      const truly = (await shift.phone.log()).find(({ what }) => what === 'booked');
      expect((await jobs())[0]?.at).toBeGreaterThanOrEqual(Math.floor(truly?.at ?? Number.NaN));
    }));
}

function booked({ events }: Call): Call['events'] {
  return events.filter(({ type }) => type === 'booked');
}
