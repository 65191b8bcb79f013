/** One call reason: its place, its name, whether it is a lead, whether CSRs are offered it. */
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import type { CallReason } from '@/lib/calls/call.ts';
import { ReasonName } from './ReasonName.tsx';
import { Switch } from './Switch.tsx';
import type { DragSort } from './use-drag-sort.ts';

export interface ReasonRowProps {
  reason: CallReason;
  place: { index: number; last: boolean };
  /** Was given to a call, so it can be switched off but not deleted. */
  used: boolean;
  handle: ReturnType<DragSort['handle']>;
  dragged: boolean;
  /** How far it is drawn from its place while the list is sorted, CSS px. */
  offset: number | null;
  problem(name: string): string | null;
  onChange(part: Partial<Pick<CallReason, 'name' | 'isLead' | 'active'>>): void;
  onMove(to: number): void;
  onRemove(): void;
}

export function ReasonRow(props: ReasonRowProps) {
  const { reason, place, used, offset, onChange, onMove } = props;
  const id = useId();
  const [asked, setAsked] = useState(false);
  const keys = (event: KeyboardEvent, withAlt: boolean) => {
    if (withAlt !== event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(place.index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      class={['reason', props.dragged && 'dragged', !reason.active && 'off'].filter(Boolean).join(' ')}
      style={offset === null ? undefined : { translate: `0 ${offset}px` }}
      onKeyDown={(event) => keys(event, true)}
    >
      <button
        type="button"
        class="button quiet icon-only grip"
        aria-label={text('optionsReasonMove', reason.name)}
        title={text('optionsReasonMoveHow')}
        {...props.handle}
        onKeyDown={(event) => keys(event, false)}
      >
        <Icon name="grip" />
      </button>
      <ReasonName name={reason.name} problem={props.problem} onRename={(name) => onChange({ name })} />
      <Switch
        label={text('optionsReasonIsLead', reason.name)}
        on={reason.isLead}
        onSwitch={(isLead) => onChange({ isLead })}
      />
      <Switch
        label={text('optionsReasonIsActive', reason.name)}
        on={reason.active}
        onSwitch={(active) => onChange({ active })}
      />
      <span class="reason-buttons">
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={text('optionsReasonUp', reason.name)}
          aria-disabled={place.index === 0}
          onClick={() => onMove(place.index - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={text('optionsReasonDown', reason.name)}
          aria-disabled={place.last}
          onClick={() => onMove(place.index + 1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={text('optionsReasonDelete', reason.name)}
          aria-disabled={used}
          aria-describedby={asked && used ? `${id}-used` : undefined}
          onClick={() => (used ? setAsked(true) : props.onRemove())}
          onBlur={() => setAsked(false)}
        >
          <Icon name="trash" />
        </button>
      </span>
      {asked && used && (
        <p class="reason-note" id={`${id}-used`} role="alert">
          {text('optionsReasonUsed')}
        </p>
      )}
    </li>
  );
}
