/** Odoo with the OCA's phone: one panel for one call, which its bar folds away. */
import type { Page } from '@playwright/test';
import type { Product } from './product.ts';

const red = (page: Page) => page.locator('.o_voip_softphone_footer .text-danger').click();
const bar = (page: Page) => page.locator('.o_voip_softphone_header').click();

export const odooVoipOca: Product = {
  id: 'odoo-voip-oca',
  answer: (page) => page.getByTitle('Accept').click(),
  reject: red,
  hangUp: red,
  minimise: bar,
  restore: bar,
  showsName: true,
  namesJob: true,
  cannot: {
    'two at once': 'a second caller takes the place of the first',
    lingering: 'goes as the call ends',
  },
};
