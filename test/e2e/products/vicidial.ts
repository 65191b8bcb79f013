/** VICIdial's agent screen: one fixed page, calls arrive connected, the disposition comes after the call. */
import type { Product } from './product.ts';

export const vicidial: Product = {
  id: 'vicidial',
  arrives: 'connected',
  books: 'after the end',
  hangUp: (page) => page.locator('#HangupControl a').click(),
  lingers: async (page, call) =>
    (await page.locator('#MainStatuSSpan').filter({ hasText: call.from }).isVisible()) &&
    (await page.locator('#livecall.dead').isVisible()),
  showsName: false,
  namesJob: false,
  cannot: {
    'not answered': 'arrives connected',
    cancelled: 'arrives connected',
    rejected: 'arrives connected',
    'two at once': 'one line',
  },
};
