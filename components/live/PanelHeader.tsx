/** The top of the live view: whose profile it is, and where the panel stands. */
import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { text } from '@/components/text.ts';
import type { Side } from './Panel.tsx';

export interface PanelHeaderProps {
  /** Of the profile. */
  name: string;
  status: ComponentChildren;
  side: Side;
  onSide: (side: Side) => void;
  onClose: () => void;
}

export function PanelHeader({ name, status, side, onSide, onClose }: PanelHeaderProps) {
  const other = side === 'left' ? 'right' : 'left';
  const move = text(side === 'left' ? 'liveToRight' : 'liveToLeft');
  return (
    <header class="head">
      <div class="titles" data-drag>
        <span class="what">{text('liveTitle')}</span>
        <h1>{name}</h1>
        {status}
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
