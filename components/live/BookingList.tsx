/** Confirmations of jobs that show now, and elements that are none because a condition does not hold. */
import { text } from '@/components/text.ts';
import type { ExplainedBooking } from '@/lib/crm/explain.ts';
import { FieldList } from './FieldList.tsx';
import { type PointProps, pointing } from './pointing.ts';
import { nameOf } from './words.ts';

export interface BookingListProps extends PointProps {
  bookings: readonly ExplainedBooking[];
}

export function BookingList({ bookings, onPoint }: BookingListProps) {
  if (bookings.length === 0) return <p class="faint">{text('liveNoBooking')}</p>;
  return (
    <ul class="bookings">
      {bookings.map(({ rule, element, path, fields }, index) => (
        <li key={index}>
          <div class={path === null ? 'row' : 'row absent'} {...pointing(element, onPoint)}>
            <span class="element">{nameOf(element)}</span>
            <span class="value">{path === null ? text('liveBookingSeen') : text('liveNotTaken', path)}</span>
            <code>{`bookings[${rule}]`}</code>
          </div>
          <FieldList fields={fields} onPoint={onPoint} />
        </li>
      ))}
    </ul>
  );
}
