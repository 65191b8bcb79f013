/** From the text of a file to a CRM profile, or to all that is wrong with it. */
import { text } from '@/components/text.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

/** Checked here and not only by the background, because here is a document to try the selectors on. */
export function readProfile(json: string): { profile: Profile } | { problems: ProfileProblem[] } {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return { problems: [{ path: '', sentence: text('optionsImportNoJson', why) }] };
  }
  const schema = (document as { schema?: unknown } | null)?.schema;
  // Of a later language all else that is said would be misleading.
  if (typeof schema === 'number' && schema > 1) {
    return { problems: [{ path: 'schema', sentence: text('optionsImportLater', schema) }] };
  }
  return validateProfile(document, text);
}
