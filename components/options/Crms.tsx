/** The CRMs Callmark can read: those in use first, the others that it knows folded away, and how to bring another. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CrmEntry, Locked } from '@/lib/messaging.ts';
import { Crm } from './Crm.tsx';
import type { CrmActions } from './crm-actions.ts';
import { ImportProfile } from './ImportProfile.tsx';
import { SetByAdministrator } from './SetByAdministrator.tsx';
import { useDrop } from './use-drop.ts';
import { useImport } from './use-import.ts';

export interface CrmsProps {
  /** `null` while they are looked up. */
  entries: CrmEntry[] | null;
  /** What the administrator set. */
  locked?: Locked;
  /** Epoch ms. */
  now: number;
  actions: CrmActions;
}

export function Crms({ entries, locked, now, actions }: CrmsProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const all = entries ?? [];
  const bringing = useImport(all, actions.save);
  const mayImport = !locked?.only;
  const { over, drop } = useDrop(mayImport ? bringing.bringFile : null);
  const tell = async (doing: Promise<unknown>, name: string) => {
    setFailed(null);
    try {
      const done = (await doing) !== false;
      if (!done) setFailed(text('optionsCrmRefused', name));
      return done;
    } catch (thrown) {
      setFailed(text('optionsNotSaved', failureText(thrown)));
      return false;
    }
  };
  const taken = all.map(({ profile }) => profile.id);
  const list = (some: CrmEntry[], label: string, folded: boolean) => (
    <ul class="crms" aria-label={label}>
      {some.map((entry) => (
        <Crm
          entry={entry}
          taken={taken}
          locked={locked}
          now={now}
          actions={actions}
          folded={folded}
          tell={tell}
          key={entry.profile.id}
        />
      ))}
    </ul>
  );
  const inUse = all.filter(isInUse);
  const others = all.filter((entry) => !isInUse(entry));
  return (
    <section
      id="crms"
      class={over ? 'card section over' : 'card section'}
      aria-labelledby="crms-title"
      {...drop}
    >
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
      {entries && inUse.length === 0 && <p class="empty">{text('optionsCrmsNone')}</p>}
      {inUse.length > 0 && list(inUse, text('optionsCrms'), false)}
      {others.length > 0 && (
        <details class="more-crms">
          <summary>
            <Icon name="chevron" />
            {text('optionsCrmsMore', others.length)}
          </summary>
          {list(others, text('optionsCrmsMore', others.length), true)}
        </details>
      )}
      {mayImport && <ImportProfile bringing={bringing} locked={locked?.profiles ?? []} />}
    </section>
  );
}

/** Built-in ones that nobody has touched are only known. */
function isInUse({ builtIn, sites }: CrmEntry): boolean {
  return !builtIn || sites.some(({ granted, added }) => granted || added);
}
