/** Says beside something that the administrator set it, so that it cannot be changed here. */
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';

/** @param id for what it describes. */
export function SetByAdministrator({ id }: { id?: string }) {
  return (
    <span class="locked" id={id}>
      <Icon name="lock" />
      {text('policySet')}
    </span>
  );
}
