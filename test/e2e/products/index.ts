/** All products that have a page here, in the order of the table. */
import { erpnext } from './erpnext.ts';
import { issabelCallCenter } from './issabel-call-center.ts';
import type { Product } from './product.ts';
import { servicetitan } from './servicetitan.ts';
import { vicidial } from './vicidial.ts';
import { webitel } from './webitel.ts';
import { zammad } from './zammad.ts';

export const products: Product[] = [servicetitan, erpnext, zammad, issabelCallCenter, vicidial, webitel];
