/** ServiceTitan: a green bubble that a CSR claims, and that stays in grey until its X is clicked. */
import type { Page } from '@playwright/test';
import type { OnPage, Product } from './product.ts';

const bubble = (page: Page, call: OnPage, color: string) =>
  page.locator(`.call-bubble.${color}`).filter({ hasText: call.from }).first();

export const servicetitan: Product = {
  id: 'servicetitan',
  answer: (page, call) => bubble(page, call, 'green').click(),
  lingers: (page, call) => bubble(page, call, 'grey').isVisible(),
  showsName: true,
  namesJob: true,
  cannot: { rejected: 'no such control' },
};
