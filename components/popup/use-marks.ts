/**
 * Marks on a list of calls that show at once and are sent behind it: a marked call stays where it is, so that
 * the mark can be taken back, even when the list no longer has it.
 */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import type { Call } from '@/lib/calls/call.ts';

/** A call and what a person just made of it; `undone` = taken back. */
export interface Marked<M> {
  call: Call;
  mark: M | 'undone' | null;
  /** Why the last mark was not kept, as a sentence. */
  failed: string | null;
}

export interface Marks<M> {
  /** The calls of `list` and the marked ones it no longer has, by start. */
  over(list: readonly Call[]): Marked<M>[];
  /** Shows `mark` at once; goes back to what was there if `send` rejects. */
  set(call: Call, mark: M | 'undone', send: Promise<void>): void;
}

export function useMarks<M>(): Marks<M> {
  const [marks, setMarks] = useState<ReadonlyMap<string, Marked<M>>>(new Map());
  const put = (marked: Marked<M>) => setMarks((old) => new Map(old).set(marked.call.id, marked));
  return {
    over(list) {
      const ids = new Set(list.map((call) => call.id));
      const gone = [...marks.values()].filter(({ call }) => !ids.has(call.id));
      const here = list.map((call) => {
        const marked = marks.get(call.id);
        return { call, mark: marked?.mark ?? null, failed: marked?.failed ?? null };
      });
      return [...here, ...gone].sort((a, b) => a.call.startedAt - b.call.startedAt);
    },
    set(call, mark, send) {
      const before = marks.get(call.id)?.mark ?? null;
      put({ call, mark, failed: null });
      send.catch((thrown) => put({ call, mark: before, failed: failureText(thrown) }));
    },
  };
}
