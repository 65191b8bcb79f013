/** Vtiger: a notice per call without a button, refreshed every 4 s. */
import type { Product } from './product.ts';

export const vtiger: Product = {
  id: 'vtiger',
  showsName: false,
  namesJob: false,
  lateMs: 4_000,
  cannot: {
    rejected: 'no such control',
    lingering: 'the page does not know that a call ended while it still shows it',
  },
};
