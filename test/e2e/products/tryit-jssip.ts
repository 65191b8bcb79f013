/** JsSIP's own web phone: one box goes while another comes on answer, and it takes one call at a time. */
import type { Page } from '@playwright/test';
import type { Product } from './product.ts';

const press = (page: Page, name: string) =>
  page.locator('[data-component="Incoming"]').getByRole('button', { name }).click();

export const tryitJssip: Product = {
  id: 'tryit-jssip',
  answer: (page) => press(page, 'Answer'),
  reject: (page) => press(page, 'Reject'),
  hangUp: (page) => page.locator('.controls > svg').first().click(),
  showsName: true,
  namesJob: false,
  cannot: {
    booked: 'nothing to book there',
    'two at once': 'a second caller gets the busy tone',
    lingering: 'goes as the call ends',
  },
};
