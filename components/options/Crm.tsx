/** One CRM: where it is read, how that goes, what its profile was tried on, and what can be done with it. */
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry, Locked } from '@/lib/messaging.ts';
import { CrmButtons } from './CrmButtons.tsx';
import { CrmEditor } from './CrmEditor.tsx';
import { CrmHealth } from './CrmHealth.tsx';
import { CrmOutdated } from './CrmOutdated.tsx';
import { CrmSites } from './CrmSites.tsx';
import { CrmStanding } from './CrmStanding.tsx';
import { type CrmActions, freeId } from './crm-actions.ts';
import { exportProfile } from './export-profile.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';
import { Switch } from './Switch.tsx';

export interface CrmProps {
  entry: CrmEntry;
  /** Ids of all profiles. */
  taken: string[];
  /** What the administrator set. */
  locked?: Locked | undefined;
  /** Epoch ms. */
  now: number;
  actions: CrmActions;
  /** Folded to its name. */
  folded?: boolean;
  /** Tells a person what was not done; false = they said no to the browser. Gives whether it was done. */
  tell(doing: Promise<unknown>, name: string): Promise<boolean>;
}

export function Crm({ entry, taken, locked, now, actions, folded = false, tell }: CrmProps) {
  const { profile, builtIn, on, sites } = entry;
  const { id, name } = profile;
  const theirs = locked?.profiles.includes(id) ?? false;
  const heldOn = locked?.on.includes(id) ?? false;
  const [editing, setEditing] = useState(false);
  const told = (doing: Promise<unknown>) => tell(doing, name);
  const allowed = sites.some(({ granted }) => granted);
  const look = () => told(actions.look(entry));
  const heading = (
    <h3 class="clip" title={name}>
      {name}
    </h3>
  );
  const more = (
    <>
      <CrmStanding entry={entry} theirs={theirs} />
      <CrmSites
        name={name}
        sites={sites}
        locked={locked?.sites[id] ?? []}
        onAllow={(site) => told(actions.allow(site))}
        onAdd={(url) => told(actions.addSite(id, url))}
        onDrop={(site) => told(actions.dropSite(id, site))}
      />
      {allowed && <CrmHealth health={entry.health} now={now} onLook={look} />}
      {entry.outdated && !theirs && (
        <CrmOutdated
          onRestore={() => told(actions.remove(id))}
          onKeepMine={() => told(actions.keepMine(id))}
        />
      )}
      <CrmButtons
        entry={entry}
        theirs={theirs}
        mayCopy={!locked?.only}
        editing={editing}
        onEdit={() => setEditing(!editing)}
        onExport={() => exportProfile(profile)}
        onCopy={() => told(actions.addCopy(copyOf(profile, taken)))}
        onLook={allowed && on ? look : undefined}
        onRemove={() => told(actions.remove(id))}
      />
      {editing && (
        <CrmEditor
          profile={profile}
          builtIn={builtIn}
          taken={taken}
          onSave={actions.save}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
  const onOff = (
    <Switch
      label={text('optionsCrmOn', name)}
      on={on}
      locked={heldOn}
      onSwitch={(next) => told(actions.switchOn(id, next))}
    />
  );
  if (folded) {
    return (
      <li class={on ? 'crm folded' : 'crm folded off'}>
        <details>
          <summary class="line">
            <Icon name="chevron" />
            {heading}
            <span class="faint">{profile.tried ? profile.tried.against : text('optionsCrmNotTried')}</span>
          </summary>
          <div class="crm-body">
            <div class="line">
              <span class="grow" />
              {heldOn && <SetByAdministrator />}
              {onOff}
            </div>
            {more}
          </div>
        </details>
      </li>
    );
  }
  return (
    <li class={on ? 'crm' : 'crm off'}>
      <div class="line">
        {heading}
        {heldOn && <SetByAdministrator />}
        {onOff}
      </div>
      {more}
    </li>
  );
}

function copyOf(profile: Profile, taken: readonly string[]): Profile {
  const name = text('optionsCrmCopyName', profile.name).slice(0, 80);
  return { ...profile, id: freeId(profile.id, taken), name };
}
