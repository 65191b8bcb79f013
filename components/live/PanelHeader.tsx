/** The top of the live view: whose profile it is, whether the page is read by it, and where the panel stands. */
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { text } from '@/components/text.ts';
import type { LiveState } from './session.ts';
import type { Side } from './side.ts';

export interface PanelHeaderProps extends Pick<LiveState, 'welcome' | 'changed'> {
  side: Side;
  onSide: (side: Side) => void;
  onClose: () => void;
}

export function PanelHeader({ welcome, changed, side, onSide, onClose }: PanelHeaderProps) {
  const other = side === 'left' ? 'right' : 'left';
  const move = text(side === 'left' ? 'liveToRight' : 'liveToLeft');
  return (
    <header class="head">
      <div class="titles">
        <span class="what">{text('liveTitle')}</span>
        <h1>{welcome.profile.name}</h1>
        <Status welcome={welcome} changed={changed} />
      </div>
      <button
        type="button"
        class={`tool dock ${other}`}
        aria-label={move}
        title={move}
        onClick={real(() => onSide(other))}
      >
        <Icon name="chevron" />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={text('liveClose')}
        title={text('liveClose')}
        onClick={real(onClose)}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** What a person must know before anything else: whether this page is read now, and by what. */
function Status({ welcome, changed }: Pick<LiveState, 'welcome' | 'changed'>) {
  const { known, granted, readBy, profile } = welcome;
  if (!granted) return <span class="status warning">{text('liveNotGranted')}</span>;
  if (!known) return <span class="status">{text('liveDraft')}</span>;
  if (readBy !== profile.name) {
    return (
      <span class="status warning">{readBy ? text('liveReadByOther', readBy) : text('liveNotRead')}</span>
    );
  }
  return <span class="status good">{text(changed ? 'liveReadsAsSaved' : 'liveReads')}</span>;
}
