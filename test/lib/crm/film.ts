/** A page as the tracker is shown it: one look after the other, in values. */
import type { CallOnScreen } from '@/lib/calls/seen.ts';
import type { StateName } from '@/lib/crm/profile.ts';
import type { Look, Sighting } from '@/lib/crm/sighting.ts';
import { createTracker } from '@/lib/crm/tracker.ts';

/** What an element shows: `on` names the element. */
export interface Shot extends Partial<Sighting['facts']> {
  on: string;
  state?: StateName;
  rule?: number;
  outbound?: boolean;
  expectsId?: boolean;
  directionBy?: Sighting['directionBy'];
}

/** What else a look shows. */
interface Besides {
  /** Elements that are roots and show no call. */
  dormant?: string[];
  /** When the page first changed after the look before; `at` by default. */
  quietUntil?: number;
  alive?: Look['alive'];
  loading?: boolean;
}

/** Makes a film: looks at given times (ms), each followed by what is to be reported. */
export function film() {
  const tracker = createTracker();
  const elements = new Map<string, object>();
  let last = 0;

  const element = (name: string): object => {
    const known = elements.get(name) ?? {};
    elements.set(name, known);
    return known;
  };

  return {
    tracker,
    /** Looks at `at`. */
    look(at: number, shots: Shot[], besides: Besides = {}): CallOnScreen[] {
      const { dormant = [], quietUntil = at, alive, loading } = besides;
      const look: Look = {
        calls: shots.map(({ on, state, rule, outbound, expectsId, directionBy, ...facts }) => ({
          rule: rule ?? 0,
          root: element(on),
          state: state ?? null,
          direction: outbound ? 'outbound' : null,
          facts,
          expectsId: expectsId ?? facts.id !== undefined,
          settleMs: 400,
          graceMs: 1_500,
          ...(directionBy ? { directionBy } : {}),
        })),
        dormant: dormant.map(element),
        ...(alive ? { alive } : {}),
        ...(loading ? { loading } : {}),
      };
      tracker.look(look, at, quietUntil);
      last = at;
      return tracker.calls(at);
    },
    /** A person clicks hang up or reject on the call that the element shows. */
    click(at: number, on: string): void {
      const call = tracker.callOn(element(on));
      if (!call) throw new Error(`${on} shows no call`);
      tracker.ends(call.screenId, at);
    },
    /** What is to be reported as of the last look. */
    calls: () => tracker.calls(last),
  };
}

/** The parts of calls that a test speaks of. */
export function brief(calls: CallOnScreen[]): string[] {
  return calls.map((c) => `${c.from ?? c.id ?? '?'} ${c.state} ${c.since}–${c.stateSince}`);
}
