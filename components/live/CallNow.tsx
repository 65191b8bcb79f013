/** One call that the profile reads on the page now: its state and the rule behind it, fields and where they come from, gestures. */
import { text } from '@/components/text.ts';
import type { ExplainedCall } from '@/lib/crm/explain.ts';
import { FieldList } from './FieldList.tsx';
import { gestureName, stateName } from './observed.ts';
import { type PointProps, pointing } from './pointing.ts';
import { nameOf } from './words.ts';

export interface CallNowProps extends PointProps {
  /** As on the page. */
  number: number;
  call: ExplainedCall;
}

export function CallNow({ number, call, onPoint }: CallNowProps) {
  const { root, state, statePath, stateNot, directionPath, direction, fields, gestures } = call;
  return (
    <article class={`call ${state ?? 'none'}`} aria-label={text('liveCall', number)}>
      <div class="row" {...pointing(root, onPoint)}>
        <span class="number">{number}</span>
        <strong class="state">{stateName(state)}</strong>
        <code>{statePath ?? text('liveNoStateRule')}</code>
        <span class="element">{nameOf(root)}</span>
      </div>
      {direction === 'outbound' && (
        <div class="row">
          {text('liveOutbound')} <code>{directionPath}</code>
        </div>
      )}
      <FieldList fields={fields} onPoint={onPoint} />
      {gestures.length > 0 && (
        <ul class="gestures" aria-label={text('liveGestures')}>
          {gestures.map(({ is, path, targets }) => (
            <li
              key={path}
              class={targets.length === 0 ? 'row absent' : 'row'}
              {...pointing(targets[0], onPoint)}
            >
              <span class="name">{gestureName(is)}</span>
              <span class="value">{targetCount(targets.length)}</span>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      )}
      {stateNot.length > 0 && (
        <details class="why">
          <summary>{text('liveStateNot', stateNot.length)}</summary>
          <ul>
            {stateNot.map(({ is, path }) => (
              <li key={path} class="row">
                <span class="name">{stateName(is)}</span> <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function targetCount(count: number): string {
  if (count === 0) return text('liveNoTarget');
  return count === 1 ? text('liveOneTarget') : text('liveTargets', count);
}
