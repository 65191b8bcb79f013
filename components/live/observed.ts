/** What a reader reported, as lines for people. Pure: what was reported before is an argument. */
import { type TextKey, text } from '@/components/text.ts';
import type { CallOnScreen, Reading, ScreenState, Seen } from '@/lib/calls/seen.ts';

/** One line of the list. */
export interface Observed {
  /** Epoch ms. */
  at: number;
  line: string;
  /** For its colour. */
  kind: 'call' | 'gesture' | 'booking' | 'ignored' | 'profile';
}

/** Lines that are kept. */
export const MOST_OBSERVED = 50;

const STATE: Record<ScreenState, TextKey> = {
  ringing: 'liveStateRinging',
  connecting: 'liveStateConnecting',
  connected: 'liveStateConnected',
  held: 'liveStateHeld',
  taken: 'liveStateTaken',
  missed: 'liveStateMissed',
  ended: 'liveStateEnded',
  unknown: 'liveStateUnknown',
};

const GESTURE = {
  claim: 'liveGestureClaim',
  reject: 'liveGestureReject',
  'hang-up': 'liveGestureHangUp',
} as const;
const FACTS = ['from', 'name', 'to', 'campaign', 'claimedBy'] as const;

/** A state in a person's language; `null` = no rule says one. */
export function stateName(state: ScreenState | null): string {
  return text(STATE[state ?? 'unknown']);
}

/** What a click means, in a person's language. */
export function gestureName(is: keyof typeof GESTURE): string {
  return text(GESTURE[is]);
}

/** What is new in a report, compared with the reading before it (`null` = there was none). */
export function observed(seen: Seen, before: Reading | null): Observed[] {
  const { at } = seen;
  switch (seen.kind) {
    case 'reading':
      return changes(seen, before).map((line) => ({ at, line, kind: 'call' }));
    case 'gesture':
      return [
        { at, kind: 'gesture', line: text('liveSeenGesture', gestureName(seen.is), callName(seen.call)) },
      ];
    case 'booking':
      return [
        {
          at,
          kind: 'booking',
          line: seen.job === undefined ? text('liveSeenBookingNoJob') : text('liveSeenBooking', seen.job),
        },
      ];
    case 'farewell':
      return [];
    default:
      return seen satisfies never;
  }
}

function changes(now: Reading, before: Reading | null): string[] {
  const known = new Map(before?.calls.map((call) => [call.screenId, call]));
  const lines: string[] = [];
  if (before && before.agent !== now.agent) lines.push(text('liveSeenAgent', now.agent ?? '–'));
  for (const call of now.calls) {
    const last = known.get(call.screenId);
    const name = callName(call);
    if (!last || last.state !== call.state) {
      const key = call.vanished ? 'liveSeenVanished' : last ? 'liveSeenState' : 'liveSeenNew';
      lines.push(text(key, name, stateName(call.state)));
    }
    if (!last) continue;
    for (const fact of FACTS) {
      if (call[fact] !== undefined && call[fact] !== last[fact]) {
        lines.push(text('liveSeenField', name, fact, call[fact]));
      }
    }
  }
  return lines;
}

function callName(call: CallOnScreen): string {
  return call.name ?? call.from ?? call.id ?? call.key ?? text('callerUnknown');
}
