/** Draws a line round elements of the page: the calls by their state, and whatever the pointer is on in the panel. */
import { render } from 'preact';

/** An element with what its line says. */
export interface Outline {
  element: Element;
  /** Class of the colour: a state, `passed`, `hovered`, `picked`. */
  kind: string;
  label: string;
}

/** The lines that show. */
export interface Outlines {
  show(outlines: readonly Outline[]): void;
}

/** @param root element of our own that lies over the window. */
export function createOutlines(root: HTMLElement, signal: AbortSignal): Outlines {
  let shown: readonly Outline[] = [];
  let waiting = 0;

  const draw = () => {
    if (signal.aborted) return;
    render(
      shown.map(({ element, kind, label }, index) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        if (width === 0 && height === 0) return null;
        const style = { left: px(left), top: px(top), width: px(width), height: px(height) };
        return (
          <div key={index} class={`outline ${kind}`} style={style}>
            <span class={top < 22 ? 'tag inside' : 'tag'}>{label}</span>
          </div>
        );
      }),
      root,
    );
    // The page scrolls and moves its elements without telling anybody.
    waiting = shown.length > 0 ? requestAnimationFrame(draw) : 0;
  };
  signal.addEventListener('abort', () => cancelAnimationFrame(waiting), { once: true });

  return {
    show(outlines) {
      shown = outlines;
      cancelAnimationFrame(waiting);
      draw();
    },
  };
}

function px(length: number): string {
  return `${length}px`;
}
