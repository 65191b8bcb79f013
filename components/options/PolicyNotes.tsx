/** What of an administrator's policy cannot be used, for whoever can tell them. */
import { useMemo } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import type { Locked } from '@/lib/messaging.ts';

export interface PolicyNotesProps {
  locked: Locked;
  /** All profiles that did not come with the product. */
  profiles: readonly Profile[];
}

export function PolicyNotes({ locked, profiles }: PolicyNotesProps) {
  const sentences = useMemo(() => {
    const theirs = profiles.filter((p) => locked.profiles.includes(p.id));
    return [...locked.refused, ...theirs.flatMap(selectorProblems)];
  }, [locked, profiles]);
  if (sentences.length === 0) return null;
  return (
    <section class="notice warning" aria-label={text('policyRefusedTitle')}>
      <Icon name="warning" />
      <div>
        <strong>{text('policyRefusedTitle')}</strong>
        <ul class="problems">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The background, which checked the profile, has no document to try selectors on; here is one. */
function selectorProblems(profile: Profile): string[] {
  const result = validateProfile(profile, text);
  const problems = 'problems' in result ? result.problems : [];
  return problems.map(({ path, sentence }) => text('policyNoMatch', profile.name, `${path}: ${sentence}`));
}
