/** The CRMs Callmark can read: which, where, allowed or not, on or off, and how to bring another. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry, Locked } from '@/lib/messaging.ts';
import { Crm } from './Crm.tsx';
import { ImportProfile } from './ImportProfile.tsx';
import { SetByAdministrator } from './SetByAdministrator.tsx';

export interface CrmsProps {
  /** `null` while they are looked up. */
  entries: CrmEntry[] | null;
  /** What the administrator set. */
  locked?: Locked;
  /** Asks the browser for these origins; must run inside the click. False = the person said no. */
  onAllow(matches: string[]): Promise<boolean>;
  onSwitch(profile: string, on: boolean): Promise<void>;
  onRemove(profile: string): Promise<void>;
  onImport(profile: Profile): Promise<void>;
}

export function Crms({ entries, locked, onAllow, onSwitch, onRemove, onImport }: CrmsProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const tell = (doing: Promise<unknown>) => {
    setFailed(null);
    doing.catch((thrown) => setFailed(text('optionsNotSaved', failureText(thrown))));
  };
  return (
    <section id="crms" class="card section" aria-labelledby="crms-title">
      <div class="section-head">
        <h2 id="crms-title">{text('optionsCrms')}</h2>
      </div>
      <p class="lead">{text('optionsCrmsWhat')}</p>
      {locked?.only && (
        <p class="lead">
          <SetByAdministrator /> {text('policyOnly')}
        </p>
      )}
      <p role="alert" class="failed">
        {failed}
      </p>
      <ul class="crms" aria-label={text('optionsCrms')}>
        {entries?.map((entry) => (
          <Crm
            entry={entry}
            locked={locked}
            onAllow={(matches) =>
              tell(
                onAllow(matches).then((allowed) => {
                  if (!allowed) setFailed(text('optionsCrmRefused', entry.profile.name));
                }),
              )
            }
            onSwitch={(on) => tell(onSwitch(entry.profile.id, on))}
            onRemove={() => tell(onRemove(entry.profile.id))}
            key={entry.profile.id}
          />
        ))}
      </ul>
      {!locked?.only && (
        <ImportProfile known={entries?.map((entry) => entry.profile.id) ?? []} onImport={onImport} />
      )}
    </section>
  );
}
