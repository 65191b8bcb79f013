/** A file that is dropped somewhere. */
import { useState } from 'preact/hooks';

export interface Drop {
  /** A file is held over it. */
  over: boolean;
  /** For the element that takes it. */
  drop: {
    onDragOver(event: DragEvent): void;
    onDragLeave(): void;
    onDrop(event: DragEvent): void;
  };
}

/** @param onFile `null` = no file is taken here; the browser would open it in place of the page, so it is stopped. */
export function useDrop(onFile: ((file: File) => Promise<void>) | null): Drop {
  const [over, setOver] = useState(false);
  return {
    over,
    drop: {
      onDragOver(event) {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(onFile !== null);
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void onFile?.(file);
      },
    },
  };
}
