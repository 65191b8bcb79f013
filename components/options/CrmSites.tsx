/** Where a CRM is read: each origin, whether it may be, and how to add or leave one. */
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CrmSite } from '@/lib/messaging.ts';
import { addressFrom } from './crm-actions.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';

export interface CrmSitesProps {
  /** Name of the CRM. */
  name: string;
  sites: CrmSite[];
  /** Origins that the administrator gave it. */
  locked: string[];
  /** Runs inside the click. */
  onAllow(site: string): void;
  /** Runs inside the click. */
  onAdd(url: string): Promise<boolean>;
  onDrop(site: string): void;
}

export function CrmSites({ name, sites, locked, onAllow, onAdd, onDrop }: CrmSitesProps) {
  return (
    <div class="crm-sites">
      {sites.length > 0 && (
        <ul class="sites" aria-label={text('optionsCrmSites', name)}>
          {sites.map(({ pattern, granted, added }) => {
            const site = pattern.replace(/\/\*$/, '');
            return (
              <li class={granted ? 'site-row allowed' : 'site-row'} key={pattern}>
                <span class="site-dot" />
                <code class="clip" title={site}>
                  {site}
                </code>
                <span class="faint grow">{text(granted ? 'optionsCrmAllowed' : 'optionsCrmNotAllowed')}</span>
                {locked.includes(pattern) && <SetByAdministrator />}
                {!granted && (
                  <button type="button" class="button small" onClick={() => onAllow(pattern)}>
                    {text('optionsCrmAllow')}
                    <span class="hidden"> ({site})</span>
                  </button>
                )}
                {(granted || added) && !locked.includes(pattern) && (
                  <button type="button" class="button small quiet icon-only" onClick={() => onDrop(pattern)}>
                    <Icon name="close" />
                    <span class="hidden">{text('optionsCrmDropSite', site)}</span>
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <AddSite name={name} onAdd={onAdd} />
    </div>
  );
}

function AddSite({ name, onAdd }: Pick<CrmSitesProps, 'name' | 'onAdd'>) {
  const id = useId();
  const [written, setWritten] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = async () => {
    const url = addressFrom(written);
    setWrong(url === null);
    if (url !== null && (await onAdd(url))) setWritten('');
  };
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label class="hidden" for={id}>
        {text('optionsCrmAddSiteFor', name)}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode="url"
        spellcheck={false}
        autocomplete="off"
        placeholder="https://crm.acme.example"
        value={written}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => {
          setWritten(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <button type="submit" class="button small" disabled={written.trim() === ''}>
        <Icon name="plus" />
        {text('optionsCrmAddSite')}
      </button>
      <span id={`${id}-wrong`} class="failed" role="alert">
        {wrong && text('optionsCrmNoAddress')}
      </span>
    </form>
  );
}
