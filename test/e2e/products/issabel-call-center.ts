/** Issabel's agent console: one fixed page, calls arrive connected, the last caller stays in grey. */
import type { Page } from '@playwright/test';
import type { Product } from './product.ts';

const GREY = 'rgb(119, 136, 153)';

export const issabelCallCenter: Product = {
  id: 'issabel-call-center',
  arrives: 'connected',
  hangUp: (page) => page.locator('#btn_hangup').click(),
  lingers: async (page, call) =>
    (await page.locator('#llamada_entrante_contacto_telefono').filter({ hasText: call.from }).isVisible()) &&
    (await color(page)) === GREY,
  showsName: false,
  namesJob: false,
  cannot: {
    'not answered': 'arrives connected',
    cancelled: 'arrives connected',
    rejected: 'arrives connected',
    'two at once': 'one line',
  },
};

function color(page: Page): Promise<string> {
  return page.locator('#issabel-callcenter-llamada-info').evaluate((info) => getComputedStyle(info).color);
}
