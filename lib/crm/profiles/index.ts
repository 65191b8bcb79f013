/** The profiles that come with the product: the same documents as a manager would write. */
import type { Profile } from '@/lib/crm/profile.ts';
import demoCrm from './demo-crm.json';
import erpnext from './erpnext.json';
import issabelCallCenter from './issabel-call-center.json';
import servicetitan from './servicetitan.json';
import vicidial from './vicidial.json';
import webitel from './webitel.json';
import zammad from './zammad.json';

/** Built-in profiles; a test checks each against the validator, as it checks a manager's own. */
export const builtInProfiles: Profile[] = [
  demoCrm as Profile,
  servicetitan as Profile,
  erpnext as Profile,
  zammad as Profile,
  issabelCallCenter as Profile,
  vicidial as Profile,
  webitel as Profile,
];
