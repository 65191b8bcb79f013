/** From the text in the editor to a profile to read by, or to all that is wrong with it. */
import { text } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

/** Checked here, where there is a document to try the selectors on. */
export function readDraft(json: string): { profile: Profile | null; problems: ProfileProblem[] } {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return { profile: null, problems: [{ path: '', sentence: text('optionsImportNoJson', why) }] };
  }
  const read = validateProfile(document, text);
  if ('problems' in read) return { profile: null, problems: read.problems };
  return { profile: read.profile, problems: [] };
}
