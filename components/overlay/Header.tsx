/** The overlay's top line: by it the overlay is moved and collapsed. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import { real } from './real.ts';

export interface HeaderProps {
  /** What is wrong but folded away; `null` = nothing. */
  mark: string | null;
  onMark: () => void;
  onCollapse: () => void;
  /** By arrow key, CSS px. */
  onNudge: (dx: number, dy: number) => void;
}

/** How far one press of an arrow key moves the overlay, CSS px. */
const STEP = 16;
const ARROWS: Partial<Record<string, [dx: number, dy: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export function Header({ mark, onMark, onCollapse, onNudge }: HeaderProps) {
  const nudge = real((event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    onNudge(...step);
  });
  return (
    <header class="header" data-drag>
      <button
        type="button"
        class="tool grip"
        data-drag-handle
        aria-label={text('overlayMove')}
        onKeyDown={nudge}
      >
        <Icon name="grip" />
      </button>
      <span class="brand">{text('extensionName')}</span>
      {mark && (
        <button type="button" class="tool mark" aria-label={mark} title={mark} onClick={real(onMark)}>
          <Icon name="warning" />
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={text('overlayCollapse')}
        title={text('overlayCollapse')}
        onClick={real(onCollapse)}
      >
        <Icon name="chevron" />
      </button>
    </header>
  );
}
