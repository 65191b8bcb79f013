/** The profiles that come with the product: the same documents as a manager would write. */
import type { Profile } from '@/lib/crm/profile.ts';
import chatwoot from './chatwoot.json';
import demoCrm from './demo-crm.json';
import erpnext from './erpnext.json';
import issabelCallCenter from './issabel-call-center.json';
import odooVoipOca from './odoo-voip-oca.json';
import ringcentralEmbeddable from './ringcentral-embeddable.json';
import servicetitan from './servicetitan.json';
import tryitJssip from './tryit-jssip.json';
import vicidial from './vicidial.json';
import vtiger from './vtiger.json';
import webitel from './webitel.json';
import zammad from './zammad.json';

/** Built-in profiles; a test checks each against the validator, as it checks a manager's own. */
export const builtInProfiles: Profile[] = [
  demoCrm as Profile,
  servicetitan as Profile,
  erpnext as Profile,
  chatwoot as Profile,
  tryitJssip as Profile,
  ringcentralEmbeddable as Profile,
  odooVoipOca as Profile,
  vtiger as Profile,
  zammad as Profile,
  issabelCallCenter as Profile,
  vicidial as Profile,
  webitel as Profile,
];
