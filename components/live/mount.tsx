/** Puts the live view over a page: the panel in a frame of our own, and lines round what the profile means. */
import { render } from 'preact';
import editorCss from '@/components/editor/editor.css?inline';
import hostCss from '@/components/overlay/host.css?inline';
import { createHost } from '@/components/overlay/host.ts';
import type { TextKey } from '@/components/text.ts';
import themeCss from '@/components/theme.css?inline';
import type { PickKind } from '@/lib/crm/pick.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import type { AskTop } from '@/lib/crm/top.ts';
import type { LiveFrame, LiveWelcome } from '@/lib/messaging.ts';
import { exportProfile } from './export.ts';
import frameCss from './frame.css?inline';
import { createFrame } from './frame.ts';
import { createOutlines } from './outlines.tsx';
import { outlinesOf } from './outlines-now.ts';
import overPageCss from './over-page.css?inline';
import { Panel } from './Panel.tsx';
import { createPicking } from './picking.ts';
import { createSession } from './session.ts';
import { createSide } from './side.ts';

/** The live view's element in the page. */
export const LIVE_HOST = 'callmark-live';

export interface LiveOptions {
  welcome: LiveWelcome;
  /** Aborted = the live view is gone without a trace. */
  signal: AbortSignal;
  alive: () => boolean;
  page: PageAccess;
  askTop: AskTop;
  /** Told of each valid edit. */
  edited: (profile: Profile) => void;
  /** Rejects with sentences. */
  save: (profile: Profile) => Promise<void>;
  close: () => void;
}

/** The height that the bar takes at an edge of the window, with some room. */
const BAR_PX = 130;

/** The live view on a page. */
export interface LiveView {
  focus(): void;
  /** A frame of the page tells what it shows. */
  inFrame(seen: LiveFrame): void;
}

/** Draws it until the signal is aborted. */
export function mountLiveView(options: LiveOptions): LiveView {
  const { signal, alive, page, close } = options;
  const { shadow: host } = createHost([themeCss, hostCss, overPageCss].join('\n'), signal, alive, LIVE_HOST);
  const over = document.createElement('div');
  over.className = 'callmark';
  const outlines = createOutlines(over, signal);
  const side = createSide();
  let pointed: Element | null = null;
  let problem: { kind: PickKind; why: TextKey } | null = null;
  /** While a pick is under way: the bar stands at the top, so that it is not in the way below. */
  let barHigh = false;
  let waiting = false;

  /** Many things change at once; and what changes while it is drawn must not draw within that. */
  const soon = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  };

  const css = [themeCss, editorCss, frameCss].join('\n');
  const own = createFrame(host, css, signal, soon);
  host.append(over);

  const session = createSession({ ...options, changed: soon });
  const picking = createPicking({
    host,
    page,
    signal,
    calls: () => session.look()?.calls ?? [],
    onAim: soon,
    onPicked(kind, proposals) {
      const why = typeof proposals === 'string' ? proposals : session.pick(proposals);
      problem = why && { kind, why };
      pointed = null;
      soon();
      queueMicrotask(() => focusOn(`[data-pick="${kind}"] :is(input:checked, button)`));
    },
  });

  const focusOn = (selector: string) => {
    own.frame.focus();
    own.shadow()?.querySelector<HTMLElement>(selector)?.focus();
  };

  const draw = () => {
    const root = own.shadow();
    if (signal.aborted || !root) return;
    const state = session.state();
    const aim = picking.aim();
    const calls = state.explained?.calls ?? [];
    picking.look(calls);
    side.look(calls.map((call) => call.root.getBoundingClientRect()));
    own.frame.className = aim ? (barHigh ? 'bar high' : 'bar low') : side.now();
    outlines.show(outlinesOf(state.explained, pointed, aim));
    render(
      <Panel
        {...state}
        aim={aim}
        pickProblem={problem}
        side={side.now()}
        root={root}
        onText={session.edit}
        onSave={() => void session.save()}
        onExport={() => exportProfile(state.text, root)}
        onSide={(next) => {
          side.move(next);
          soon();
        }}
        onClose={close}
        onPoint={(element) => {
          pointed = element;
          soon();
        }}
        onPick={(kind) => {
          problem = null;
          barHigh = !calls.some((call) => call.root.getBoundingClientRect().top < BAR_PX);
          picking.begin(kind);
        }}
        onInTheWay={() => {
          barHigh = !barHigh;
          soon();
        }}
        onCancelPick={() => picking.cancel()}
        onChoose={session.choose}
        onUndoPick={session.undoPick}
      />,
      root,
    );
  };

  soon();
  return { focus: () => focusOn('button'), inFrame: session.inFrame };
}
