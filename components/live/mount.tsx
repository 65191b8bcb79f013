/** Puts the live view over a page: reads by the profile as it is edited, draws panel and outlines, saves on request. */
import { render } from 'preact';
import { failureText } from '@/components/failure.ts';
import hostCss from '@/components/overlay/host.css?inline';
import { createHost } from '@/components/overlay/host.ts';
import themeCss from '@/components/theme.css?inline';
import type { Reading } from '@/lib/calls/seen.ts';
import type { Explained } from '@/lib/crm/explain.ts';
import type { ProfileProblem } from '@/lib/crm/problem.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { LiveWelcome } from '@/lib/messaging.ts';
import { exportProfile } from './export.ts';
import frameCss from './frame.css?inline';
import { createFrame } from './frame.ts';
import { MOST_OBSERVED, type Observed, observed, stateName } from './observed.ts';
import { createOutlines, type Outline } from './outlines.tsx';
import overPageCss from './over-page.css?inline';
import { Panel, type PanelProps, type Side } from './Panel.tsx';
import { readDraft } from './read-draft.ts';
import { createLiveReading } from './reading.ts';

/** The live view's element in the page. */
export const LIVE_HOST = 'callmark-live';

export interface LiveOptions {
  welcome: LiveWelcome;
  /** Aborted = the live view is gone without a trace. */
  signal: AbortSignal;
  alive: () => boolean;
  /** Rejects with sentences. */
  save: (profile: Profile) => Promise<void>;
  close: () => void;
}

/** Draws it until the signal is aborted. */
export function mountLiveView({ welcome, signal, alive, save, close }: LiveOptions): { focus(): void } {
  const { shadow } = createHost([themeCss, hostCss, overPageCss].join('\n'), signal, alive, LIVE_HOST);
  const over = document.createElement('div');
  over.className = 'callmark';
  shadow.append(over);
  const outlines = createOutlines(over, signal);

  let kept = JSON.stringify(welcome.profile, null, 2);
  let shown = welcome;
  let text = kept;
  let profile: Profile | null = null;
  let problems: readonly ProfileProblem[] = [];
  let explained: Explained | null = null;
  let lines: Observed[] = [];
  let before: Reading | null = null;
  let saving: PanelProps['saving'] = { is: 'idle' };
  let side: Side = 'right';
  let pointed: Element | null = null;

  const reading = createLiveReading({
    document,
    signal,
    onSeen(seen) {
      lines = [...observed(seen, before).reverse(), ...lines].slice(0, MOST_OBSERVED);
      if (seen.kind === 'reading') before = seen;
    },
    onExplained(next) {
      explained = next;
      draw();
    },
  });

  const edit = (next: string) => {
    text = next;
    const read = readDraft(next);
    problems = read.problems;
    if (saving.is !== 'busy') saving = { is: 'idle' };
    // What is not valid yet keeps the last valid profile at work.
    if (read.profile && JSON.stringify(read.profile) !== JSON.stringify(profile)) {
      profile = read.profile;
      before = null;
      reading.use(profile);
    } else draw();
  };

  const keep = async () => {
    const read = readDraft(text);
    if (!read.profile) return;
    saving = { is: 'busy' };
    draw();
    const saved = text;
    try {
      await save(read.profile);
      kept = saved;
      shown = { ...shown, profile: read.profile, known: true, readBy: read.profile.name };
      saving = { is: 'saved' };
    } catch (thrown) {
      saving = { is: 'failed', why: failureText(thrown) };
    }
    draw();
  };

  const draw = () => {
    const root = own.shadow();
    if (signal.aborted || !root) return;
    own.frame.className = side;
    outlines.show(outlinesOf(explained, pointed));
    render(
      <div class="callmark">
        <Panel
          welcome={shown}
          text={text}
          problems={problems}
          changed={text !== kept}
          explained={explained}
          observed={lines}
          saving={saving}
          side={side}
          root={root}
          onText={edit}
          onSave={() => void keep()}
          onExport={() => exportProfile(text, root)}
          onSide={(next) => {
            side = next;
            draw();
          }}
          onClose={close}
          onPoint={(element) => {
            pointed = element;
            draw();
          }}
        />
      </div>,
      root,
    );
  };

  const own = createFrame(shadow, [themeCss, frameCss].join('\n'), signal, () => queueMicrotask(draw));
  edit(text);
  return {
    focus() {
      own.frame.focus();
      own.shadow()?.querySelector<HTMLElement>('button')?.focus();
    },
  };
}

function outlinesOf(explained: Explained | null, pointed: Element | null): Outline[] {
  const outlines: Outline[] = [];
  for (const [index, { root, state }] of (explained?.calls ?? []).entries()) {
    outlines.push({ element: root, kind: state ?? 'none', label: `${index + 1} · ${stateName(state)}` });
  }
  for (const { element, path } of explained?.bookings ?? []) {
    if (path === null) outlines.push({ element, kind: 'booking', label: '✓' });
  }
  if (pointed) outlines.push({ element: pointed, kind: 'hovered', label: '' });
  return outlines;
}
