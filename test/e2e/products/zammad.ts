/** Zammad: a card in the menu while a call is new; answered and ended at the desk phone, told by the log alone. */
import type { Product } from './product.ts';

export const zammad: Product = {
  id: 'zammad',
  showsName: true,
  namesJob: true,
  lateMs: 500,
  cannot: {
    rejected: 'no such control',
    lingering: 'the card goes with the answer',
  },
};
