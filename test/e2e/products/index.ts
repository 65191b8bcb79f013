/** All products that have a page here, in the order of the table. */
import { erpnext } from './erpnext.ts';
import type { Product } from './product.ts';

export const products: Product[] = [erpnext];
