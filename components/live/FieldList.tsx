/** Fields with what was read, from which element and which of its parts. */
import { type TextKey, text } from '@/components/text.ts';
import type { ExplainedField } from '@/lib/crm/explain.ts';
import { type PointProps, pointing } from './pointing.ts';
import { nameOf } from './words.ts';

const NAMES: Record<ExplainedField['name'], TextKey> = {
  id: 'liveFieldId',
  key: 'liveFieldKey',
  from: 'liveFieldFrom',
  name: 'liveFieldName',
  to: 'liveFieldTo',
  campaign: 'liveFieldCampaign',
  claimedBy: 'liveFieldClaimedBy',
  agent: 'liveFieldAgent',
  job: 'liveFieldJob',
  call: 'liveFieldCall',
};

export interface FieldListProps extends PointProps {
  fields: readonly ExplainedField[];
}

export function FieldList({ fields, onPoint }: FieldListProps) {
  if (fields.length === 0) return null;
  return (
    <ul class="fields" aria-label={text('liveFields')}>
      {fields.map((field) => (
        <li
          key={field.path}
          class={field.value === undefined ? 'row absent' : 'row'}
          title={field.path}
          {...pointing(field.element, onPoint)}
        >
          <span class="name">{text(NAMES[field.name])}</span>
          <span class="value">{field.value ?? why(field)}</span>
          <span class="element">{field.element && from(field.element, field.read)}</span>
        </li>
      ))}
    </ul>
  );
}

function why({ element }: ExplainedField): string {
  return text(element ? 'liveFieldEmpty' : 'liveFieldNoElement');
}

function from(element: Element, read: string): string {
  return read === 'text' ? nameOf(element) : `${nameOf(element)} → ${read}`;
}
