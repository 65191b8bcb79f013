/** One CRM: where it is read, how that goes, what its profile was tried on, and what can be done with it. */
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CrmEntry, Locked } from '@/lib/messaging.ts';
import { CrmButtons } from './CrmButtons.tsx';
import { CrmEditor } from './CrmEditor.tsx';
import { CrmHealth } from './CrmHealth.tsx';
import { CrmSites } from './CrmSites.tsx';
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
  /** Tells a person what was not done; false = they said no to the browser. Gives whether it was done. */
  tell(doing: Promise<unknown>, name: string): Promise<boolean>;
}

export function Crm({ entry, taken, locked, now, actions, tell }: CrmProps) {
  const { profile, builtIn, on, sites } = entry;
  const { id, name } = profile;
  const theirs = locked?.profiles.includes(id) ?? false;
  const heldOn = locked?.on.includes(id) ?? false;
  const [editing, setEditing] = useState(false);
  const told = (doing: Promise<unknown>) => tell(doing, name);
  return (
    <li class={on ? 'crm' : 'crm off'}>
      <div class="line">
        <h3 class="clip" title={name}>
          {name}
        </h3>
        {heldOn && <SetByAdministrator />}
        <Switch
          label={text('optionsCrmOn', name)}
          on={on}
          locked={heldOn}
          onSwitch={(next) => told(actions.switchOn(id, next))}
        />
      </div>
      <Standing entry={entry} theirs={theirs} />
      <CrmSites
        name={name}
        sites={sites}
        locked={locked?.sites[id] ?? []}
        onAllow={(site) => told(actions.allow(site))}
        onAdd={(url) => told(actions.addSite(id, url))}
        onDrop={(site) => told(actions.dropSite(id, site))}
      />
      {sites.some(({ granted }) => granted) && (
        <CrmHealth health={entry.health} now={now} onLook={() => told(actions.look(entry))} />
      )}
      {entry.outdated && !theirs && (
        <div class="notice">
          <Icon name="info" />
          <div>
            <p>{text('optionsCrmOutdated')}</p>
            <div class="line">
              <button type="button" class="button small" onClick={() => told(actions.remove(id))}>
                {text('optionsCrmRestore')}
              </button>
              <button type="button" class="button small quiet" onClick={() => told(actions.keepMine(id))}>
                {text('optionsCrmKeepMine')}
              </button>
            </div>
          </div>
        </div>
      )}
      <CrmButtons
        entry={entry}
        theirs={theirs}
        mayCopy={!locked?.only}
        editing={editing}
        onEdit={() => setEditing(!editing)}
        onExport={() => exportProfile(profile)}
        onCopy={() => {
          const copy = {
            ...profile,
            id: freeId(id, taken),
            name: text('optionsCrmCopyName', name).slice(0, 80),
          };
          told(actions.addCopy(copy));
        }}
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
    </li>
  );
}

/** Where the profile is from and what it was tried on. */
function Standing({ entry: { profile, builtIn, changed }, theirs }: { entry: CrmEntry; theirs: boolean }) {
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
