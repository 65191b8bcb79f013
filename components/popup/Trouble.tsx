/** Something a person must know, until they say they have read it. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { OverlayState } from '@/lib/messaging.ts';

export interface TroubleProps {
  trouble: NonNullable<OverlayState['trouble']>;
  onDismiss(): Promise<void>;
}

export function Trouble({ trouble, onDismiss }: TroubleProps) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <section class="notice trouble" role="alert">
      <Icon name="warning" />
      <div>
        <p>{text(trouble)}</p>
        {failed && <p class="failed">{failed}</p>}
        <button
          type="button"
          class="button small"
          onClick={() => onDismiss().catch((thrown) => setFailed(failureText(thrown)))}
        >
          {text('popupTroubleRead')}
        </button>
      </div>
    </section>
  );
}
