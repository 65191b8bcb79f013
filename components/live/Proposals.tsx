/** The selectors that may stand for what was picked, each with how many elements it means now. */
import { useId } from 'preact/hooks';
import { real } from '@/components/overlay/real.ts';
import { text } from '@/components/text.ts';
import type { Proposal } from './pick/proposals.ts';

export interface ProposalsProps {
  /** Of what was picked. */
  name: string;
  proposals: readonly Proposal[];
  chosen: number;
  onChoose: (index: number) => void;
  onUndo: () => void;
}

export function Proposals({ name, proposals, chosen, onChoose, onUndo }: ProposalsProps) {
  const group = useId();
  return (
    <fieldset class="proposals">
      <legend class="faint">{text('livePickChoose', name)}</legend>
      {proposals.map(({ says, count }, index) => (
        <label key={says} class="row">
          <input type="radio" name={group} checked={index === chosen} onChange={() => onChoose(index)} />
          <code class="value">{says}</code>
          {count !== null && <span class="faint">{matchCount(count)}</span>}
        </label>
      ))}
      <button type="button" class="link" onClick={real(onUndo)}>
        {text('livePickUndo')}
      </button>
    </fieldset>
  );
}

function matchCount(count: number): string {
  return count === 1 ? text('livePickOne') : text('livePickCount', count);
}
