/** One CRM: its pages, whether its profile was tried on the real thing, and whether it may be read. */
import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CrmEntry, Locked } from '@/lib/messaging.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';
import { Switch } from './Switch.tsx';

export interface CrmProps {
  entry: CrmEntry;
  /** What the administrator set. */
  locked?: Locked | undefined;
  /** Runs inside the click. */
  onAllow(matches: string[]): void;
  onSwitch(on: boolean): void;
  onRemove(): void;
}

export function Crm({ entry, locked, onAllow, onSwitch, onRemove }: CrmProps) {
  const { profile, builtIn, on, sites } = entry;
  const theirs = locked?.profiles.includes(profile.id) ?? false;
  const heldOn = locked?.on.includes(profile.id) ?? false;
  const [sure, setSure] = useState(false);
  const missing = sites.filter(({ granted }) => !granted).map(({ pattern }) => pattern);
  return (
    <li class={on ? 'crm' : 'crm off'}>
      <div class="line">
        <h3 class="clip">{profile.name}</h3>
        {missing.length === 0 ? (
          <span class="badge booked">
            <Icon name="check" />
            {text('optionsCrmAllowed')}
          </span>
        ) : (
          <button type="button" class="button small primary" onClick={() => onAllow(missing)}>
            {text('optionsCrmAllow')}
          </button>
        )}
        <Switch label={text('optionsCrmOn', profile.name)} on={on} locked={heldOn} onSwitch={onSwitch} />
      </div>
      <ul class="matches">
        {profile.matches.map((match) => (
          <li key={match}>
            <code>{match}</code>
          </li>
        ))}
      </ul>
      <div class="line">
        <span class="faint grow">
          {profile.tried
            ? text('optionsCrmTried', profile.tried.against, profile.tried.on)
            : text('optionsCrmNotTried')}
          {!theirs && ' · '}
          {!theirs && text(builtIn ? 'optionsCrmBuiltIn' : 'optionsCrmOwn')}
        </span>
        {heldOn && <SetByAdministrator />}
        {!builtIn && !theirs && !sure && (
          <button type="button" class="button small quiet" onClick={() => setSure(true)}>
            <Icon name="trash" />
            {text('optionsCrmRemove')}
          </button>
        )}
      </div>
      {sure && (
        <div class="line sure" role="alert">
          <span class="grow">{text('optionsCrmRemoveSure', profile.name)}</span>
          <button type="button" class="button small" onClick={onRemove}>
            {text('optionsCrmRemove')}
          </button>
          <button type="button" class="button small quiet" onClick={() => setSure(false)}>
            {text('optionsCancel')}
          </button>
        </div>
      )}
    </li>
  );
}
