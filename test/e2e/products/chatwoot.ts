/** Chatwoot: cards at the bottom right, a new one above the active one, one red button for two things. */
import type { Page } from '@playwright/test';
import type { OnPage, Product } from './product.ts';

const card = (page: Page, call: OnPage) =>
  page.locator('.fixed > .rounded-2xl').filter({ hasText: call.from });
const red = (page: Page, call: OnPage) => card(page, call).locator('button:has(.i-ph-phone-x-bold)').click();

export const chatwoot: Product = {
  id: 'chatwoot',
  answer: (page, call) => card(page, call).locator('button:has(.i-ph-phone-bold)').click(),
  reject: red,
  hangUp: red,
  showsName: true,
  namesJob: false,
  cannot: { booked: 'nothing to book there', lingering: 'goes as the call ends' },
};
