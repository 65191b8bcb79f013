/** How to have the page in the active tab read: by the profile that fits it, by one of several, or by a new one. */
import { useState } from 'preact/hooks';
import { text } from '@/components/text.ts';
import type { NamedProfile } from '@/lib/messaging.ts';

export interface UseSiteProps {
  /** The profiles that fit, the surest first. */
  choices: NamedProfile[];
  /** Runs inside the click. `null` = a new profile. */
  onUse(profile: string | null): void;
}

export function UseSite({ choices, onUse }: UseSiteProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [first, ...others] = choices;
  if (!first) {
    return (
      <div class="site-more line">
        <span class="faint grow">{text('popupSiteNewHint')}</span>
        <button type="button" class="button small primary" onClick={() => onUse(null)}>
          {text('popupSiteNew')}
        </button>
      </div>
    );
  }
  const choice = choices.find(({ id }) => id === chosen) ?? first;
  return (
    <div class="site-more line">
      {others.length > 0 && (
        <select
          class="input grow"
          aria-label={text('popupSiteWhich')}
          value={choice.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {choices.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class={others.length > 0 ? 'button small primary' : 'button small primary grow'}
        onClick={() => onUse(choice.id)}
      >
        <span class="clip">
          {others.length > 0 ? text('popupSiteUse') : text('popupSiteUseAs', first.name)}
        </span>
      </button>
      <button type="button" class="button small quiet" onClick={() => onUse(null)}>
        {text('popupSiteNewShort')}
      </button>
    </div>
  );
}
