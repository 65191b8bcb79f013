/** Something that is wrong, in plain words, with the way to mend it. It can be folded to a mark, not sent away. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import { real } from './real.ts';

export interface NoticeProps {
  title?: string;
  body: string;
  /** Read aloud at once. */
  urgent?: boolean;
  /** The words on the button that folds it. */
  fold: string;
  onFold: () => void;
  /** The way to mend it; absent where there is none from here. */
  action?: { label: string; onAct: () => void };
}

export function Notice({ title, body, urgent = false, fold, onFold, action }: NoticeProps) {
  return (
    <section class="notice" aria-label={title ?? text('extensionName')}>
      <Icon name="warning" />
      <div>
        {title && <strong>{title}</strong>}
        <p role={urgent ? 'alert' : undefined}>{body}</p>
        <div class="notice-actions">
          {action && (
            <button type="button" class="button" onClick={real(action.onAct)}>
              {action.label}
            </button>
          )}
          <button type="button" class="link" onClick={real(onFold)}>
            {fold}
          </button>
        </div>
      </div>
    </section>
  );
}
