/** A stored value that is changed in place: what was changed shows at once and is saved behind it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';

/** How the last change fared; `why` is a sentence. */
export type SaveState = { is: 'still' } | { is: 'saving' } | { is: 'saved' } | { is: 'failed'; why: string };

export interface Saved<T> {
  value: T;
  state: SaveState;
  change(next: T): void;
}

/** @param save rejects with a sentence; then the stored value shows again. */
export function useSaved<T>(stored: T, save: (next: T) => Promise<void>): Saved<T> {
  const [pending, setPending] = useState<{ value: T } | null>(null);
  const [state, setState] = useState<SaveState>({ is: 'still' });
  const underWay = useRef(0);
  // What is stored catches up with the last change only: an earlier one must not flash by.
  useEffect(() => {
    if (underWay.current === 0) setPending(null);
  }, [stored]);
  return {
    value: pending ? pending.value : stored,
    state,
    change(next) {
      underWay.current += 1;
      setPending({ value: next });
      setState({ is: 'saving' });
      save(next).then(
        () => {
          underWay.current -= 1;
          if (underWay.current === 0) setState({ is: 'saved' });
        },
        (thrown) => {
          underWay.current -= 1;
          setPending(null);
          setState({ is: 'failed', why: failureText(thrown) });
        },
      );
    },
  };
}
