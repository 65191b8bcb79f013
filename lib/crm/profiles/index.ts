/** The profiles that come with the product: the same documents as a manager would write. */
import type { Profile } from '@/lib/crm/profile.ts';
import demoCrm from './demo-crm.json';
import erpnext from './erpnext.json';

/** Built-in profiles; a test checks each against the validator, as it checks a manager's own. */
export const builtInProfiles: Profile[] = [demoCrm as Profile, erpnext as Profile];
