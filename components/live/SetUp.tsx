/** What a profile needs, each thing to be pointed at on the page; the last pick can be changed or taken back. */
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { type TextKey, text } from '@/components/text.ts';
import { type PickKind, pickedIn } from '@/lib/crm/pick.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { Proposals } from './Proposals.tsx';
import type { LiveState } from './session.ts';

const NEEDED: PickKind[] = ['call', 'from', 'name', 'answer', 'ended', 'booking'];
const OPTIONAL: PickKind[] = ['reject', 'hang-up', 'connected', 'campaign'];

export const PICK_NAMES: Record<PickKind, TextKey> = {
  call: 'livePickCall',
  from: 'livePickNumber',
  name: 'livePickName',
  answer: 'livePickAnswer',
  ended: 'livePickEnded',
  booking: 'livePickBooking',
  reject: 'livePickReject',
  'hang-up': 'livePickHangUp',
  connected: 'livePickConnected',
  campaign: 'livePickCampaign',
};

export interface SetUpProps {
  /** What is there already; `null` = nothing. */
  profile: Profile | null;
  picked: LiveState['picked'];
  /** Why the last pick came to nothing. */
  problem: { kind: PickKind; why: TextKey } | null;
  onPick: (kind: PickKind) => void;
  onChoose: (index: number) => void;
  onUndo: () => void;
}

export function SetUp(props: SetUpProps) {
  return (
    <>
      <p class="faint">{text('livePickHow')}</p>
      <ul class="picks">
        {NEEDED.map((kind) => (
          <PickRow key={kind} kind={kind} {...props} />
        ))}
      </ul>
      <details class="why">
        <summary>{text('livePickMore')}</summary>
        <ul class="picks">
          {OPTIONAL.map((kind) => (
            <PickRow key={kind} kind={kind} {...props} />
          ))}
        </ul>
      </details>
    </>
  );
}

function PickRow({
  kind,
  profile,
  picked,
  problem,
  onPick,
  onChoose,
  onUndo,
}: SetUpProps & { kind: PickKind }) {
  const has = profile && pickedIn(profile, kind);
  const last = picked?.proposals[picked.chosen]?.pick.kind === kind ? picked : null;
  const name = text(PICK_NAMES[kind]);
  return (
    <li class={has === null ? 'pick' : 'pick has'} data-pick={kind}>
      <span class="mark">{has !== null && <Icon name="check" />}</span>
      <span class="name">{name}</span>
      <code class="value">{has}</code>
      <button
        type="button"
        class="button small"
        aria-label={text('livePickLabel', name)}
        onClick={real(() => onPick(kind))}
      >
        {text('livePick')}
      </button>
      {problem?.kind === kind && (
        <p class="failed" role="alert">
          {text(problem.why)}
        </p>
      )}
      {last && <Proposals {...last} name={name} onChoose={onChoose} onUndo={onUndo} />}
    </li>
  );
}
