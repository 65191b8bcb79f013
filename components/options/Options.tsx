/** The options page: reasons, rules, CRMs, and where everything is kept. */
import { useEffect } from 'preact/hooks';
import { text } from '@/components/text.ts';
import { Crms, type CrmsProps } from './Crms.tsx';
import { PolicyNotes, type PolicyNotesProps } from './PolicyNotes.tsx';
import { Privacy } from './Privacy.tsx';
import { Reasons, type ReasonsProps } from './Reasons.tsx';
import { Rules, type RulesProps } from './Rules.tsx';

export interface OptionsProps {
  reasons: ReasonsProps;
  rules: RulesProps;
  crms: CrmsProps;
  policy: PolicyNotesProps;
  /** Bytes; `null` while or where it is not known. */
  usedBytes: number | null;
}

const SECTIONS = [
  ['reasons', 'optionsReasons'],
  ['rules', 'optionsRules'],
  ['crms', 'optionsCrms'],
  ['privacy', 'optionsPrivacy'],
] as const;

export function Options({ reasons, rules, crms, policy, usedBytes }: OptionsProps) {
  const hasCrms = crms.entries !== null;
  // The browser looked for the section of the address before there was one.
  useEffect(() => {
    if (hasCrms && location.hash.length > 1) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, [hasCrms]);
  return (
    <div class="options">
      <header class="options-head">
        <img src="/icon/48.png" alt="" width="32" height="32" />
        <h1>{text('extensionName')}</h1>
        <nav aria-label={text('optionsSections')}>
          {SECTIONS.map(([id, key]) => (
            <a href={`#${id}`} key={id}>
              {text(key)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <PolicyNotes {...policy} />
        <Reasons {...reasons} />
        <Rules {...rules} />
        <Crms {...crms} />
        <Privacy usedBytes={usedBytes} />
      </main>
    </div>
  );
}
