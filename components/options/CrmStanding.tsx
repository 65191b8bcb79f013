/** Where a profile is from, what it was tried on, and what its author says of it. */
import { text } from '@/components/text.ts';
import type { CrmEntry } from '@/lib/messaging.ts';

export interface CrmStandingProps {
  entry: CrmEntry;
  /** The profile is the administrator's. */
  theirs: boolean;
}

export function CrmStanding({ entry: { profile, builtIn, changed }, theirs }: CrmStandingProps) {
  const { tried, about } = profile;
  const from = builtIn ? 'optionsCrmBuiltIn' : changed ? 'optionsCrmChanged' : 'optionsCrmOwn';
  return (
    <p class="faint crm-about">
      {tried ? text('optionsCrmTried', tried.against, tried.on) : text('optionsCrmNotTried')}
      {!theirs && ` · ${text(from)}`}
      {about && <span>{about}</span>}
    </p>
  );
}
