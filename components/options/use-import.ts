/** Brings profiles in, from a file or pasted: says all that is wrong, and asks before it replaces anything. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { text } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { MOST_CHARACTERS } from '@/lib/crm/validate.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { freeId } from './crm-actions.ts';
import { readProfile } from './read-profile.ts';

/** What became of what was brought. */
export type Outcome =
  | { is: 'problems'; problems: ProfileProblem[] }
  /** A profile of the same id is there: the person decides. */
  | { is: 'taken'; profile: Profile; by: CrmEntry; freeId: string }
  | { is: 'done'; sentence: string };

export interface Import {
  outcome: Outcome | null;
  /** Reads a profile's JSON; keeps it unless there is something to ask. Gives whether it was kept. */
  bring(json: string): Promise<boolean>;
  bringFile(file: File): Promise<void>;
  /** Keeps what was asked about, in place of the other or beside it. */
  replace(profile: Profile): Promise<void>;
  keepBoth(profile: Profile, id: string): Promise<void>;
  cancel(): void;
}

/** Bytes; the largest profile that can be used has less, however it is written. Refused before it is read: it could be of any size. */
const MOST_BYTES = 1_000_000;

/** @param onSave rejects with a sentence. */
export function useImport(entries: CrmEntry[], onSave: (profile: Profile) => Promise<void>): Import {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const taken = entries.map(({ profile }) => profile.id);

  const save = async (profile: Profile, sentence: string) => {
    try {
      await onSave(profile);
      setOutcome({ is: 'done', sentence });
      return true;
    } catch (thrown) {
      setOutcome({ is: 'problems', problems: [{ path: '', sentence: failureText(thrown) }] });
      return false;
    }
  };

  const refused = (bytes: number) => {
    const sentence = text('optionsImportLarge', Math.ceil(bytes / 1000), MOST_CHARACTERS / 1000);
    setOutcome({ is: 'problems', problems: [{ path: '', sentence }] });
    return false;
  };

  const bring = async (json: string) => {
    if (json.length > MOST_BYTES) return refused(json.length);
    const read = readProfile(json);
    if ('problems' in read) {
      setOutcome({ is: 'problems', problems: read.problems });
      return false;
    }
    const { profile } = read;
    const by = entries.find((entry) => entry.profile.id === profile.id);
    if (!by) return save(profile, text('optionsImportDone', profile.name));
    setOutcome({ is: 'taken', profile, by, freeId: freeId(profile.id, taken) });
    return false;
  };

  return {
    outcome,
    bring,
    async bringFile(file) {
      if (file.size > MOST_BYTES) refused(file.size);
      else await bring(await file.text());
    },
    async replace(profile) {
      await save(profile, text('optionsImportReplaced', profile.name));
    },
    async keepBoth(profile, id) {
      await save({ ...profile, id }, text('optionsImportKeptBoth', profile.name, id));
    },
    cancel: () => setOutcome(null),
  };
}
