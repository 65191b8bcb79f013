/** One abandoned call: whom to call, how long ago it was, and what came of calling back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { agoText } from '@/components/ago.ts';
import { callerText, causeText } from '@/components/call-words.ts';
import { Icon } from '@/components/Icon.tsx';
import { telHref } from '@/components/tel-href.ts';
import { text } from '@/components/text.ts';
import type { Call } from '@/lib/calls/call.ts';
import { DismissForm } from './DismissForm.tsx';

/** What came of an abandoned call. */
export interface FollowUpMark {
  as: 'called-back' | 'attempted' | 'dismissed';
  why?: string;
}

export interface CallBackProps {
  call: Call;
  /** Just marked, and still to be taken back. */
  mark: FollowUpMark | null;
  failed: string | null;
  urgency: 'fresh' | 'overdue' | 'cold';
  /** Epoch ms. */
  now: number;
  onMark(mark: FollowUpMark): void;
  onUndo(): void;
}

export function CallBack({ call, mark, failed, urgency, now, onMark, onUndo }: CallBackProps) {
  const caller = callerText(call);
  const at = call.endedAt ?? call.startedAt;
  // After Undo the focus goes where it came from; otherwise nothing here takes it.
  const [undone, setUndone] = useState(false);
  const undo = () => {
    setUndone(true);
    onUndo();
  };
  return (
    <li class={mark ? 'call-back marked' : 'call-back'} aria-label={caller}>
      <div class="line">
        <span class="clip strong" title={caller}>
          {call.facts.name || mark || !telHref(call.facts.from) ? caller : <Tel call={call} />}
        </span>
        {!mark && urgency !== 'fresh' && (
          <span class={`badge ${urgency}`}>{text(urgency === 'cold' ? 'popupCold' : 'popupOverdue')}</span>
        )}
        <time class="faint" dateTime={new Date(at).toISOString()} title={new Date(at).toLocaleString()}>
          {agoText(now - at)}
        </time>
      </div>
      {mark ? <Marked mark={mark} onUndo={undo} /> : <Open call={call} focus={undone} onMark={onMark} />}
      {failed && (
        <p class="failed" role="alert">
          {text('popupNotKept', failed)}
        </p>
      )}
    </li>
  );
}

interface OpenProps extends Pick<CallBackProps, 'call' | 'onMark'> {
  focus: boolean;
}

function Open({ call, focus, onMark }: OpenProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus) first.current?.focus();
  }, [focus]);
  const [dismissing, setDismissing] = useState(false);
  const about = [call.cause && causeText(call.cause), call.facts.campaign].filter(Boolean).join(' · ');
  return (
    <>
      <div class="line">
        {call.facts.name && <Tel call={call} />}
        <span class="clip faint about" title={about}>
          {about}
        </span>
      </div>
      {dismissing ? (
        <DismissForm
          onDismiss={(why) => onMark({ as: 'dismissed', why })}
          onCancel={() => setDismissing(false)}
        />
      ) : (
        <div class="line buttons">
          <button
            type="button"
            class="button small"
            ref={first}
            onClick={() => onMark({ as: 'called-back' })}
          >
            <Icon name="check" />
            {text('popupCalledBack')}
          </button>
          <button type="button" class="button small" onClick={() => onMark({ as: 'attempted' })}>
            {text('popupAttempted')}
          </button>
          <button type="button" class="button small quiet" onClick={() => setDismissing(true)}>
            {text('popupDismiss')}
          </button>
        </div>
      )}
    </>
  );
}

/** The number, to be dialled with a click; bare where it cannot be dialled. */
function Tel({ call }: { call: Call }) {
  const href = telHref(call.facts.from);
  if (!href) return <span class="faint">{call.facts.from ?? text('popupNoNumber')}</span>;
  return (
    <a class="tel" href={href}>
      <Icon name="phone" />
      {call.facts.from}
    </a>
  );
}

const DONE = {
  'called-back': 'popupDoneCalledBack',
  attempted: 'popupDoneAttempted',
  dismissed: 'popupDoneDismissed',
} as const;

function Marked({ mark, onUndo }: { mark: FollowUpMark; onUndo(): void }) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; without this the focus would fall back to the start of the page.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div class="line">
      <span class="done" role="status">
        <Icon name="check" />
        {mark.why ? text('popupDoneWhy', text(DONE[mark.as]), mark.why) : text(DONE[mark.as])}
      </span>
      <button type="button" class="button small quiet" ref={undo} onClick={onUndo}>
        {text('popupUndo')}
      </button>
    </div>
  );
}
