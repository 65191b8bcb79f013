/** From the text of a file to a CRM profile, or to all that is wrong with it. */
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

/** What is wrong: where in the document, and a sentence. The path is empty for the document as a whole. */
export interface ProfileProblem {
  path: string;
  sentence: string;
}

/** Checked here and not only by the background, because here is a document to try the selectors on. */
export function readProfile(json: string): { profile: Profile } | { problems: ProfileProblem[] } {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return { problems: [{ path: '', sentence: text('optionsImportNoJson', why) }] };
  }
  return validateProfile(document, text);
}
