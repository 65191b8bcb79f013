/** How a CRM's profile fares with its pages: the last call, and what a manager should look at. */
import { agoText } from '@/components/ago.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { HealthNow } from '@/lib/messaging.ts';

export interface CrmHealthProps {
  health: HealthNow;
  /** Epoch ms. */
  now: number;
  onLook(): void;
}

export function CrmHealth({ health, now, onLook }: CrmHealthProps) {
  const { lastCallAt, unknown, tooWide, silent } = health;
  const rules = tooWide.map((rule) => `calls[${rule}]`).join(', ');
  const warnings = [
    silent ? text('optionsCrmSilent') : null,
    tooWide.length > 0 ? text('optionsCrmTooWide', rules) : null,
  ].filter((one) => one !== null);
  return (
    <>
      <p class="faint">
        {lastCallAt === null
          ? text('optionsCrmNoCallYet')
          : text('optionsCrmLastCall', agoText(now - lastCallAt))}
        {unknown > 0 && ` · ${text('optionsCrmUnknown', unknown)}`}
      </p>
      {warnings.length > 0 && (
        <div class="notice warning">
          <Icon name="warning" />
          <div>
            {warnings.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <button type="button" class="button small" onClick={onLook}>
              {text('optionsCrmLook')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
