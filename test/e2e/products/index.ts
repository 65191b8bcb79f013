/** All products that have a page here, in the order of the table. */
import { chatwoot } from './chatwoot.ts';
import { erpnext } from './erpnext.ts';
import { issabelCallCenter } from './issabel-call-center.ts';
import { odooVoipOca } from './odoo-voip-oca.ts';
import type { Product } from './product.ts';
import { ringcentralEmbeddable } from './ringcentral-embeddable.ts';
import { servicetitan } from './servicetitan.ts';
import { tryitJssip } from './tryit-jssip.ts';
import { vicidial } from './vicidial.ts';
import { vtiger } from './vtiger.ts';
import { webitel } from './webitel.ts';
import { zammad } from './zammad.ts';

export const products: Product[] = [
  servicetitan,
  erpnext,
  chatwoot,
  tryitJssip,
  ringcentralEmbeddable,
  odooVoipOca,
  vtiger,
  zammad,
  issabelCallCenter,
  vicidial,
  webitel,
];
