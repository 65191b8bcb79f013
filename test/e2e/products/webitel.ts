/** Webitel's workspaces: a list of articles, the opened call beside it, and a size that shows no number. */
import type { Page } from '@playwright/test';
import type { OnPage, Product } from './product.ts';

const article = (page: Page, call: OnPage) =>
  page.locator('.queue-preview-md').filter({ hasText: call.from }).last();
const collapse = (page: Page) => page.locator('.collapse-action').click();

export const webitel: Product = {
  id: 'webitel',
  books: 'after the end',
  answer: (page, call) => article(page, call).locator('.queue-preview-actions > :first-child').click(),
  reject: (page, call) => article(page, call).locator('.queue-preview-actions > :last-child').click(),
  hangUp: (page) => page.locator('.task-header .call-action').last().click(),
  minimise: collapse,
  restore: collapse,
  lingers: (page, call) => article(page, call).getByAltText('hangup').isVisible(),
  showsName: true,
  namesJob: false,
  cannot: {},
};
