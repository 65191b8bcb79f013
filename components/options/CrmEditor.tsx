/** One CRM's profile, edited as JSON in place. */
import { useMemo, useState } from 'preact/hooks';
import { ProfileEditor } from '@/components/editor/ProfileEditor.tsx';
import { failureText } from '@/components/failure.ts';
import { text } from '@/components/text.ts';
import { inOrder } from '@/lib/crm/in-order.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { readProfile } from './read-profile.ts';

export interface CrmEditorProps {
  profile: Profile;
  /** It comes with the product: what is saved is a copy that stands in for it. */
  builtIn: boolean;
  /** Ids of all profiles. */
  taken: string[];
  /** Rejects with a sentence. */
  onSave(profile: Profile): Promise<void>;
  onClose(): void;
}

export function CrmEditor({ profile, builtIn, taken, onSave, onClose }: CrmEditorProps) {
  const [json, setJson] = useState(() => JSON.stringify(inOrder(profile), null, 2));
  const [failed, setFailed] = useState<string | null>(null);
  const read = useMemo(() => {
    const now = readProfile(json);
    if ('problems' in now || now.profile.id === profile.id || !taken.includes(now.profile.id)) return now;
    return { problems: [{ path: 'id', sentence: text('optionsIdTaken') }] };
  }, [json, profile, taken]);
  const save = async () => {
    if ('problems' in read) return;
    try {
      await onSave(read.profile);
      onClose();
    } catch (thrown) {
      setFailed(text('optionsNotSaved', failureText(thrown)));
    }
  };
  return (
    <div class="crm-editor">
      {builtIn && <p class="faint">{text('optionsCrmEditBuiltIn')}</p>}
      <ProfileEditor text={json} problems={'problems' in read ? read.problems : []} onText={setJson} />
      <p role="alert" class="failed">
        {failed}
      </p>
      <div class="line">
        <button
          type="button"
          class="button primary"
          disabled={'problems' in read}
          onClick={() => void save()}
        >
          {text('optionsCrmSave')}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {text('optionsCancel')}
        </button>
      </div>
    </div>
  );
}
