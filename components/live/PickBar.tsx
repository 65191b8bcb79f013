/** All that shows of the panel while something is pointed at: what to point at, and what the pointer is on. */
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { type TextKey, text } from '@/components/text.ts';
import type { PickKind } from '@/lib/crm/pick.ts';
import type { Aim } from './picking.ts';
import { nameOf } from './words.ts';

const HOW: Record<PickKind, TextKey> = {
  call: 'livePickHowCall',
  from: 'livePickHowNumber',
  name: 'livePickHowName',
  answer: 'livePickHowAnswer',
  ended: 'livePickHowEnded',
  booking: 'livePickHowBooking',
  reject: 'livePickHowReject',
  'hang-up': 'livePickHowHangUp',
  connected: 'livePickHowConnected',
  campaign: 'livePickHowCampaign',
};

export interface PickBarProps {
  aim: Aim;
  onInTheWay: () => void;
  onCancel: () => void;
}

export function PickBar({ aim, onInTheWay, onCancel }: PickBarProps) {
  return (
    <div class="bar">
      <div class="titles" onPointerEnter={real(onInTheWay)}>
        <strong>{text(HOW[aim.kind])}</strong>
        <div class="faint">{text('livePickKeys')}</div>
        <code role="status">{aim.element ? nameOf(aim.element) : '–'}</code>
      </div>
      <button type="button" class="cancel" onClick={real(onCancel)}>
        <Icon name="close" />
        {text('livePickCancel')}
      </button>
    </div>
  );
}
