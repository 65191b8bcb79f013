/** Counts the calls of a selection, writes the file, and can be stopped at any time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import type { Exporter, Selection } from './popup.ts';

export interface ExportRun {
  /** Calls in the selection; `null` while they are counted. */
  count: number | null;
  /** How much of the file is written, 0..1; `null` while nothing is. */
  done: number | null;
  /** The last file is done, and nothing was chosen since. */
  finished: boolean;
  failed: string | null;
  start(): void;
  cancel(): void;
}

type Course = Pick<ExportRun, 'count' | 'done' | 'finished' | 'failed'>;
const FRESH: Course = { count: null, done: null, finished: false, failed: null };

/** @param selection a new object for a new choice; `null` = nothing to count or write. */
export function useExport(exporter: Exporter, selection: Selection | null): ExportRun {
  const [course, setCourse] = useState(FRESH);
  const running = useRef<AbortController | null>(null);
  const change = (part: Partial<Course>) => setCourse((old) => ({ ...old, ...part }));

  useEffect(() => {
    setCourse(FRESH);
    if (!selection) return;
    const counting = new AbortController();
    exporter.count(selection, counting.signal).then(
      (count) => !counting.signal.aborted && change({ count }),
      (thrown) => !counting.signal.aborted && change({ failed: failureText(thrown) }),
    );
    return () => {
      counting.abort();
      running.current?.abort();
    };
  }, [exporter, selection]);

  return {
    ...course,
    start() {
      if (!selection || running.current) return;
      const run = new AbortController();
      running.current = run;
      change({ done: 0, finished: false, failed: null });
      const progress = (done: number) => !run.signal.aborted && change({ done });
      exporter
        .download(selection, progress, run.signal)
        .then(
          () => change({ done: null, finished: true }),
          (thrown) => change({ done: null, failed: run.signal.aborted ? null : failureText(thrown) }),
        )
        .finally(() => {
          running.current = null;
        });
    },
    cancel: () => running.current?.abort(),
  };
}
