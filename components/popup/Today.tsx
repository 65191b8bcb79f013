/** Today in numbers: the booking rate with its definition, and what the calls became. */
import { classificationText } from '@/components/call-words.ts';
import { Definition } from '@/components/Definition.tsx';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import { type Call, CLASSIFICATIONS, type Classification, type Rules } from '@/lib/calls/call.ts';
import { type Counts, count } from '@/lib/calls/numbers.ts';

export interface TodayProps {
  /** Calls that started today, live ones included. */
  calls: Call[];
  rules: Pick<Rules, 'shortAbandonMs'>;
  reasonsMissing: boolean;
}

export function Today({ calls, rules, reasonsMissing }: TodayProps) {
  const counts = count(calls, rules);
  const suffers = counts.leads > 0 && (reasonsMissing || counts.leadsWithoutReasons > 0);
  return (
    <section class="card today" aria-labelledby="today">
      <div class="card-head">
        <h2 id="today">{text('popupToday')}</h2>
        <span class="faint">{callsText(counts.calls)}</span>
      </div>
      <div class="rate">
        <span class="rate-number">{rateText(counts.bookingRate)}</span>
        <span class="rate-words">
          <span class="rate-name">
            {text('popupBookingRate')}
            <Definition label={text('popupBookingRateHow')}>{text('popupBookingRateDefinition')}</Definition>
          </span>
          <span class="faint">{text('popupBookingRateOf', counts.booked, counts.leads)}</span>
        </span>
        {suffers && (
          <span class="badge warning" title={text('popupReasonsMissingMarkLong')}>
            <Icon name="warning" />
            {text('popupReasonsMissingMark')}
          </span>
        )}
      </div>
      <div class="bar" aria-hidden="true">
        {CLASSIFICATIONS.map((classification) => (
          <i class={classification} style={{ flexGrow: of(counts, classification) }} key={classification} />
        ))}
      </div>
      <dl class="counts">
        {CLASSIFICATIONS.map((classification) => (
          <div class={classification} key={classification}>
            <dt>{classificationText(classification)}</dt>
            <dd>{of(counts, classification).toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {counts.shortAbandoned > 0 && <p class="faint">{text('popupShortLeftOut', counts.shortAbandoned)}</p>}
    </section>
  );
}

function rateText(rate: number | null): string {
  return rate === null ? '–' : rate.toLocaleString(undefined, { style: 'percent' });
}

function callsText(calls: number): string {
  return calls === 1 ? text('popupCallsOne') : text('popupCalls', calls.toLocaleString());
}

function of(counts: Counts, classification: Classification): number {
  return classification === 'not-lead' ? counts.notLead : counts[classification];
}
