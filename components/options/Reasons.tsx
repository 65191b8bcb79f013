/** The call reasons: what CSRs choose from when a call ended without a job, in their order. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ReasonsWarning } from '@/components/ReasonsWarning.tsx';
import { text } from '@/components/text.ts';
import type { CallReason } from '@/lib/calls/call.ts';
import { NewReason } from './NewReason.tsx';
import { ReasonRow } from './ReasonRow.tsx';
import { added, changed, moved, nameProblem, removed, starterSet } from './reasons.ts';
import { SaveMark } from './SaveMark.tsx';
import { SetByAdministrator } from './SetByAdministrator.tsx';
import { useDragSort } from './use-drag-sort.ts';
import { useSaved } from './use-saved.ts';

export interface ReasonsProps {
  /** In their order. */
  reasons: CallReason[];
  /** Ids of the reasons that were ever given; `null` while they are looked up. */
  used: ReadonlySet<string> | null;
  thresholdMs: number;
  /** The administrator set the whole list. */
  locked?: boolean;
  /** Stores the whole list; rejects with a sentence. */
  onSave(reasons: CallReason[]): Promise<void>;
  /** A new id at each call. */
  newId(): string;
}

export function Reasons({ reasons, used, thresholdMs, locked = false, onSave, newId }: ReasonsProps) {
  const { value: list, state, change } = useSaved(reasons, onSave);
  const [said, setSaid] = useState('');
  const keepFocus = useRef<Element | null>(null);
  const order = list.map((reason) => reason.id).join();
  // Moving a row in the document takes the focus from it; whoever sorts by keys needs it where it was.
  useLayoutEffect(() => {
    if (keepFocus.current instanceof HTMLElement) keepFocus.current.focus();
    keepFocus.current = null;
  }, [order]);

  const move = (from: number, to: number) => {
    const reason = list[from];
    if (!reason || to < 0 || to >= list.length) return;
    keepFocus.current = document.activeElement;
    change(moved(list, reason.id, to));
    setSaid(text('optionsReasonMoved', reason.name, to + 1, list.length));
  };
  const drag = useDragSort(move);

  return (
    <section id="reasons" class="card section" aria-labelledby="reasons-title">
      <div class="section-head">
        <h2 id="reasons-title">{text('optionsReasons')}</h2>
        {locked ? <SetByAdministrator /> : <SaveMark state={state} />}
      </div>
      <p class="lead">{text('optionsReasonsWhat')}</p>
      {!list.some((reason) => reason.active) && <ReasonsWarning thresholdMs={thresholdMs} long />}
      {list.length === 0 && !locked && (
        <div class="starter">
          <p>{text('optionsStarterWhat')}</p>
          <button type="button" class="button primary" onClick={() => change(starterSet())}>
            {text('optionsStarter')}
          </button>
        </div>
      )}
      {list.length > 0 && (
        <div class="reason-columns faint" aria-hidden="true">
          <span>{text('optionsReason')}</span>
          <span>{text('optionsReasonLead')}</span>
          <span>{text('optionsReasonActive')}</span>
        </div>
      )}
      <fieldset disabled={locked}>
        <ul class={drag.dragged === null ? 'reasons' : 'reasons sorting'} aria-label={text('optionsReasons')}>
          {list.map((reason, index) => (
            <ReasonRow
              reason={reason}
              place={{ index, last: index === list.length - 1 }}
              used={used === null || used.has(reason.id)}
              handle={drag.handle(index)}
              dragged={drag.dragged === index}
              offset={drag.offset(index)}
              problem={(name) => nameProblem(list, name, reason.id)}
              onChange={(part) => change(changed(list, reason.id, part))}
              onMove={(to) => move(index, to)}
              onRemove={() => {
                change(removed(list, reason.id));
                setSaid(text('optionsReasonDeleted', reason.name));
              }}
              key={reason.id}
            />
          ))}
        </ul>
      </fieldset>
      {!locked && (
        <NewReason
          problem={(name) => nameProblem(list, name)}
          onAdd={(name, isLead) => change(added(list, { id: newId(), name, isLead, active: true }))}
        />
      )}
      <p class="hidden" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
