/** Elements that a call's root selects and that are no call now, with the part of the profile that says so. */
import { text } from '@/components/text.ts';
import type { PassedOver } from '@/lib/crm/explain.ts';
import { type PointProps, pointing } from './pointing.ts';
import { nameOf } from './words.ts';

export interface PassedListProps extends PointProps {
  passed: readonly PassedOver[];
}

export function PassedList({ passed, onPoint }: PassedListProps) {
  if (passed.length === 0) return null;
  return (
    <ul class="passed" aria-label={text('livePassed')}>
      {passed.map(({ rule, root, path }, index) => (
        <li key={index} class="row" {...pointing(root, onPoint)}>
          <span class="element">{nameOf(root)}</span>
          <span class="value">
            {path === null ? text('liveTooMany', `calls[${rule}].root`) : text('liveNotTaken', path)}
          </span>
        </li>
      ))}
    </ul>
  );
}
