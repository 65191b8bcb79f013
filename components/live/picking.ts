/** One pick after the other: raises the shield, says what is aimed at, and turns what was picked into proposals. */
import type { TextKey } from '@/components/text.ts';
import type { ExplainedCall } from '@/lib/crm/explain.ts';
import type { PickKind } from '@/lib/crm/pick.ts';
import type { PageAccess } from '@/lib/crm/scope.ts';
import { createHistory } from './pick/history.ts';
import { type PickContext, type Proposal, proposalsFor } from './pick/proposals.ts';
import { raiseShield } from './pick/shield.ts';

/** A pick that is under way. */
export interface Aim {
  kind: PickKind;
  element: Element | null;
}

/** Picks, and what they need to know of the past. */
export interface Picking {
  /** `null` = no pick is under way. */
  aim(): Aim | null;
  begin(kind: PickKind): void;
  cancel(): void;
  /** The calls that are read now: their boxes are remembered, so that a sign of the end can be told. */
  look(calls: readonly ExplainedCall[]): void;
}

/** What picking needs. */
export interface PickingOptions {
  /** Our closed shadow root in the page. */
  host: ShadowRoot;
  page: PageAccess;
  signal: AbortSignal;
  /** The calls as they are read at this moment: the page may draw their boxes anew all the time. */
  calls: () => readonly ExplainedCall[];
  /** The aim moved, or is over. */
  onAim: () => void;
  /** The proposals for what was picked, or why there are none. */
  onPicked: (kind: PickKind, proposals: Proposal[] | TextKey) => void;
}

/** Begins without a pick. */
export function createPicking(options: PickingOptions): Picking {
  const { host, page, signal, onAim, onPicked } = options;
  const history = createHistory();
  let shown: { call: string; root: Element; fickle: string[] }[] = [];
  let aim: Aim | null = null;
  let running = new AbortController();
  signal.addEventListener('abort', () => running.abort(), { once: true });

  const end = () => {
    running.abort();
    aim = null;
    onAim();
  };

  const look = (calls: readonly ExplainedCall[]) => {
    shown = calls.map(({ root, fields }, index) => {
      const value = (name: string) => fields.find((field) => field.name === name)?.value;
      const call = value('id') ?? value('key') ?? value('from') ?? `#${index}`;
      const fickle = [value('from'), value('name')].flatMap((text) => (text ? [text.toLowerCase()] : []));
      return { call, root, fickle };
    });
    history.look(shown);
  };

  return {
    aim: () => aim,
    begin(kind) {
      running.abort();
      running = new AbortController();
      raiseShield({
        host,
        kind,
        page,
        signal: running.signal,
        onAim(element) {
          aim = { kind, element };
          onAim();
        },
        onPick(element) {
          look(options.calls());
          const context: PickContext = {
            page,
            calls: shown.map(({ call, root, fickle }) => ({ root, fickle, past: history.of(call) })),
          };
          const proposals = proposalsFor(kind, element, context);
          end();
          onPicked(kind, proposals);
        },
        onCancel: end,
      });
    },
    cancel: end,
    look,
  };
}
