/** ERPNext desk: a popup per call, nothing to answer or hang up with, and 60 s on screen after the end. */
import type { Page } from '@playwright/test';
import type { OnPage, Product } from './product.ts';

const popup = (page: Page, call: OnPage) =>
  page.locator('.call-popup.show').filter({ hasText: call.from }).last();

export const erpnext: Product = {
  id: 'erpnext',
  minimise: (page, call) => popup(page, call).getByTitle('Minimize').click(),
  restore: (page, call) => popup(page, call).getByTitle('Minimize').click(),
  lingers: (page, call) => popup(page, call).locator('.indicator.red').isVisible(),
  showsName: true,
  namesJob: false,
  cannot: { rejected: 'no such control' },
};
