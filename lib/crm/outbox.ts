/** Brings observations to the background: in order, none lost, each kept until its answer says it is kept there. */
import type { Observation, Reading, Seen } from '@/lib/calls/seen.ts';

/** What an outbox needs. */
export interface OutboxOptions<A extends { ack: number }> {
  /** Random id of this watcher. */
  watcher: string;
  /** Id of the profile by which the page is read. */
  profile: string;
  /** Delivers one; rejects where nobody listens, and with an error named `Refused` where it never will be taken. */
  send: (observation: Observation) => Promise<A>;
  /** Called with every answer. */
  answered: (answer: A) => void;
  /** Aborted = stop for good (the extension's context is gone). */
  signal: AbortSignal;
  /** Resolves after that many ms; `setTimeout` by default. */
  wait?: (ms: number) => Promise<void>;
}

/** A queue of observations on its way to the background. */
export interface Outbox {
  /** Takes one in and tries at once to deliver what waits. */
  put(seen: Seen): void;
  /** How many are not acknowledged yet. */
  pending(): number;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
const MOST = 1_000;

/** Makes an outbox. Nothing throws: an observation that cannot be delivered waits. */
export function createOutbox<A extends { ack: number }>(options: OutboxOptions<A>): Outbox {
  const { watcher, profile, send, answered, signal } = options;
  const wait = options.wait ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let queue: Observation[] = [];
  let seq = 0;
  let busy = false;
  let wake: () => void = () => undefined;

  async function deliver(): Promise<void> {
    if (busy) return;
    busy = true;
    let pause = FIRST_WAIT_MS;
    for (let head = queue[0]; head && !signal.aborted; head = queue[0]) {
      const kept = await attempt(head);
      if (kept) pause = FIRST_WAIT_MS;
      else if (!signal.aborted) {
        // What is put meanwhile tries again at once: the listener may be back.
        await Promise.race([wait(pause), new Promise<void>((resolve) => (wake = resolve))]);
        pause = Math.min(2 * pause, LONGEST_WAIT_MS);
      }
    }
    busy = false;
  }

  /** Whether the background has it for good. */
  async function attempt(observation: Observation): Promise<boolean> {
    let answer: A;
    try {
      answer = await send(observation);
    } catch (error) {
      // Refused for what it is, it would be refused for ever, and hold up all that comes after it.
      if ((error as Error | null)?.name === 'Refused') {
        queue = queue.filter((o) => o.seq !== observation.seq);
        return true;
      }
      // Nobody listens (the worker starts, or is busy being replaced): the observation stays and is sent again.
      return false;
    }
    if (signal.aborted) return false;
    queue = queue.filter((o) => o.seq > answer.ack);
    // In a task of its own: should showing the answer fail, delivery goes on.
    queueMicrotask(() => answered(answer));
    return answer.ack >= observation.seq;
  }

  signal.addEventListener('abort', () => wake(), { once: true });

  return {
    put(seen) {
      if (signal.aborted) return;
      queue.push({ watcher, seq: ++seq, profile, seen });
      if (queue.length > MOST) drop(queue);
      wake();
      void deliver();
    },
    pending: () => queue.length,
  };
}

/**
 * Makes room: takes out the oldest reading that the next one repeats; else the oldest that another reading
 * follows, since a reading is a level. Gestures, bookings and the last reading are never dropped.
 */
function drop(queue: Observation[]): void {
  let superseded = -1;
  for (let i = 0; i < queue.length - 1; i++) {
    const [now, next] = [queue[i]?.seen, queue[i + 1]?.seen];
    if (now?.kind !== 'reading' || next?.kind !== 'reading') continue;
    if (repeats(now, next)) {
      queue.splice(i, 1);
      return;
    }
    if (superseded < 0) superseded = i;
  }
  if (superseded >= 0) queue.splice(superseded, 1);
}

/** Nothing of a call is in the first that the second does not show as well. */
function repeats(now: Reading, next: Reading): boolean {
  return now.calls.every((c) => next.calls.some((n) => n.screenId === c.screenId && n.state === c.state));
}
