/** The live view's panel, data and callbacks in: what the profile reads on this page now, and the profile itself. */
import { ProfileEditor } from '@/components/editor/ProfileEditor.tsx';
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { type TextKey, text } from '@/components/text.ts';
import type { Explained } from '@/lib/crm/explain.ts';
import type { PickKind } from '@/lib/crm/pick.ts';
import { BookingList } from './BookingList.tsx';
import { CallNow } from './CallNow.tsx';
import { FieldList } from './FieldList.tsx';
import { FrameList } from './FrameList.tsx';
import { LineList } from './LineList.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PassedList } from './PassedList.tsx';
import { PickBar } from './PickBar.tsx';
import type { Aim } from './picking.ts';
import { Section } from './Section.tsx';
import { SetUp } from './SetUp.tsx';
import type { LiveState } from './session.ts';
import type { Side } from './side.ts';

export interface PanelProps extends LiveState {
  /** What is being pointed at; `null` = nothing. */
  aim: Aim | null;
  pickProblem: { kind: PickKind; why: TextKey } | null;
  side: Side;
  /** Where it is drawn. */
  root: ShadowRoot;
  onText: (text: string) => void;
  onSave: () => void;
  onExport: () => void;
  onSide: (side: Side) => void;
  onClose: () => void;
  /** The pointer is on what stands for this element; `null` = on nothing any more. */
  onPoint: (element: Element | null) => void;
  onPick: (kind: PickKind) => void;
  /** The pointer came to the bar, so what it looks for may lie under it. */
  onInTheWay: () => void;
  onCancelPick: () => void;
  onChoose: (index: number) => void;
  onUndoPick: () => void;
}

export function Panel(props: PanelProps) {
  const { aim, explained, observed, ignored, onPoint } = props;
  const calls = explained?.calls ?? [];
  return (
    <div class="callmark">
      {aim && <PickBar aim={aim} onInTheWay={props.onInTheWay} onCancel={props.onCancelPick} />}
      <div class="panel" hidden={aim !== null}>
        <PanelHeader {...props} />
        <div class="scroll">
          <Section title={text('livePicks')} open={!props.welcome.known}>
            <SetUp {...props} problem={props.pickProblem} onUndo={props.onUndoPick} />
          </Section>
          <Section title={text('liveCalls')} count={calls.length} open>
            {calls.length === 0 && <NoCall explained={explained} />}
            {calls.map((call, index) => (
              <CallNow key={index} number={index + 1} call={call} onPoint={onPoint} />
            ))}
            <PassedList passed={explained?.passed ?? []} onPoint={onPoint} />
            <FieldList fields={explained?.agent ? [explained.agent] : []} onPoint={onPoint} />
          </Section>
          {props.frames.length > 0 && (
            <Section title={text('liveFrames')} count={props.frames.length} open>
              <FrameList frames={props.frames} />
            </Section>
          )}
          <Section title={text('liveBookings')} count={explained?.bookings.length ?? 0} open>
            <BookingList bookings={explained?.bookings ?? []} onPoint={onPoint} />
          </Section>
          <Section title={text('liveObserved')} count={observed.length} open>
            <LineList lines={observed} none={text('liveNothingObserved')} />
          </Section>
          <Section title={text('liveIgnored')} count={ignored.length} open>
            <LineList lines={ignored} none={text('liveNothingIgnored')} />
          </Section>
          <Section title={text('liveProfile')} open>
            {props.problems.length > 0 && explained && (
              <p class="notice" role="status">
                {text('liveProblems')}
              </p>
            )}
            <ProfileEditor
              text={props.text}
              problems={props.problems}
              root={props.root}
              onText={props.onText}
            />
          </Section>
        </div>
        <Foot {...props} />
      </div>
    </div>
  );
}

/** Why nothing is read, in the order in which a profile goes wrong. */
function NoCall({ explained }: { explained: Explained | null }) {
  if (!explained) return <p class="faint">{text('liveNoRule')}</p>;
  const selected = explained.roots.reduce((sum, n) => sum + n, 0);
  return <p class="faint">{text(selected === 0 ? 'liveNoRoot' : 'liveNoCall')}</p>;
}

function Foot(props: PanelProps) {
  const { saving, changed, problems } = props;
  return (
    <footer class="foot">
      <span class={saving.is === 'failed' ? 'failed' : 'faint'} role="status">
        {savingText(props)}
      </span>
      <button type="button" class="button" onClick={real(props.onExport)}>
        <Icon name="download" />
        {text('liveExport')}
      </button>
      <button
        type="button"
        class="button primary"
        disabled={!changed || problems.length > 0 || saving.is === 'busy'}
        onClick={real(props.onSave)}
      >
        {text('liveSave')}
      </button>
    </footer>
  );
}

function savingText({ saving, changed, problems }: PanelProps): string {
  if (saving.is === 'failed') return saving.why;
  if (saving.is === 'saved' && !changed) return text('liveSaved');
  if (problems.length > 0) return text('liveCannotSave');
  return changed ? text('liveChanged') : '';
}
