/** One timer that can be set again and again without the browser holding it back more than it must. */

/** Runs something after some ms; the answer takes it back. */
export type After = (ms: number, run: () => void) => () => void;

/**
 * As `setTimeout`, but never set from within a timer: timers that set timers are held back to one a minute in
 * tabs that are hidden for long, those set from a message to one a second.
 */
export function createAfter(signal: AbortSignal): After {
  const channel = new MessageChannel();
  const waiting = new Map<number, { ms: number; run: () => void }>();
  let last = 0;
  channel.port1.onmessage = ({ data }: MessageEvent<number>) => {
    const entry = waiting.get(data);
    if (!entry) return;
    const fire = () => {
      if (waiting.delete(data) && !signal.aborted) entry.run();
    };
    setTimeout(fire, entry.ms);
  };
  signal.addEventListener('abort', () => channel.port1.close(), { once: true });
  return (ms, run) => {
    const id = ++last;
    waiting.set(id, { ms, run });
    channel.port2.postMessage(id);
    return () => waiting.delete(id);
  };
}
