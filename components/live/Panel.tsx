/** The live view's panel, data and callbacks in: what the profile reads on this page now, and the profile itself. */
import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/Icon.tsx';
import { real } from '@/components/overlay/real.ts';
import { text } from '@/components/text.ts';
import type { Explained } from '@/lib/crm/explain.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { LiveWelcome } from '@/lib/messaging.ts';
import { BookingList } from './BookingList.tsx';
import { CallNow } from './CallNow.tsx';
import { ObservedList } from './ObservedList.tsx';
import type { Observed } from './observed.ts';
import { PanelHeader } from './PanelHeader.tsx';
import { PassedList } from './PassedList.tsx';
import { ProfileText } from './ProfileText.tsx';

/** The side of the window on which the panel stands. */
export type Side = 'left' | 'right';

export interface PanelProps {
  welcome: LiveWelcome;
  /** The profile as it is being edited. */
  text: string;
  problems: readonly ProfileProblem[];
  /** It differs from what is kept. */
  changed: boolean;
  /** What the last valid profile means on the page now; `null` = there was none yet. */
  explained: Explained | null;
  observed: readonly Observed[];
  saving: { is: 'idle' | 'busy' | 'saved' } | { is: 'failed'; why: string };
  side: Side;
  root: ShadowRoot;
  onText: (text: string) => void;
  onSave: () => void;
  onExport: () => void;
  onSide: (side: Side) => void;
  onClose: () => void;
  /** The pointer is on what stands for this element; `null` = on nothing any more. */
  onPoint: (element: Element | null) => void;
}

export function Panel(props: PanelProps) {
  const { welcome, explained, observed, onPoint } = props;
  const calls = explained?.calls ?? [];
  return (
    <div class="panel">
      <PanelHeader
        name={welcome.profile.name}
        side={props.side}
        status={<Status {...props} />}
        onSide={props.onSide}
        onClose={props.onClose}
      />
      <div class="scroll">
        <Section title={text('liveCalls')} count={calls.length} open>
          {calls.length === 0 && <NoCall explained={explained} />}
          {calls.map((call, index) => (
            <CallNow key={index} number={index + 1} call={call} onPoint={onPoint} />
          ))}
          {explained && <PassedList passed={explained.passed} onPoint={onPoint} />}
        </Section>
        <Section title={text('liveBookings')} count={explained?.bookings.length ?? 0} open>
          <BookingList bookings={explained?.bookings ?? []} onPoint={onPoint} />
        </Section>
        <Section title={text('liveObserved')} count={observed.length} open>
          <ObservedList observed={observed} />
        </Section>
        <Section title={text('liveProfile')} open>
          <ProfileText text={props.text} problems={props.problems} root={props.root} onText={props.onText} />
        </Section>
      </div>
      <footer class="foot">
        <span class={props.saving.is === 'failed' ? 'failed' : 'faint'} role="status">
          {savingText(props)}
        </span>
        <button type="button" class="button" onClick={real(props.onExport)}>
          <Icon name="download" />
          {text('liveExport')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!props.changed || props.problems.length > 0 || props.saving.is === 'busy'}
          onClick={real(props.onSave)}
        >
          {text('liveSave')}
        </button>
      </footer>
    </div>
  );
}

/** What a person must know before anything else: whether this page is read now, and by what. */
function Status({ welcome, changed }: PanelProps) {
  const { known, granted, readBy, profile } = welcome;
  if (!granted) return <span class="status warning">{text('liveNotGranted')}</span>;
  if (!known) return <span class="status">{text('liveDraft')}</span>;
  if (readBy !== profile.name) {
    return (
      <span class="status warning">{readBy ? text('liveReadByOther', readBy) : text('liveNotRead')}</span>
    );
  }
  return <span class="status good">{text(changed ? 'liveReadsAsSaved' : 'liveReads')}</span>;
}

/** Why nothing is read, in the order in which a profile goes wrong. */
function NoCall({ explained }: { explained: Explained | null }) {
  if (!explained) return <p class="faint">{text('liveNoRule')}</p>;
  const selected = explained.roots.reduce((sum, n) => sum + n, 0);
  return <p class="faint">{text(selected === 0 ? 'liveNoRoot' : 'liveNoCall')}</p>;
}

interface SectionProps {
  title: string;
  count?: number;
  open?: boolean;
  children: ComponentChildren;
}

function Section({ title, count, open = false, children }: SectionProps) {
  return (
    <details class="section" open={open}>
      <summary>
        <Icon name="chevron" />
        <h2>{title}</h2>
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      <div class="body">{children}</div>
    </details>
  );
}

function savingText({ saving, changed, problems }: PanelProps): string {
  if (saving.is === 'failed') return saving.why;
  if (saving.is === 'saved' && !changed) return text('liveSaved');
  if (problems.length > 0) return text('liveCannotSave');
  return changed ? text('liveChanged') : '';
}
