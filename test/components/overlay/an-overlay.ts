/** Calls and states as the overlay is told of them. The clock of these tests starts at `T`. */
import type { OverlayCall, OverlayState } from '@/lib/messaging.ts';

/** Epoch ms: 2026-11-23, 15:00 UTC. */
export const T = Date.UTC(2026, 10, 23, 15);

export const REASONS = [
  { id: 'price', name: 'Price shopping', isLead: true, active: true },
  { id: 'wrong', name: 'Wrong number', isLead: false, active: true },
];

/** A call of Jane Cooper, answered at `T`, that rang for 8 s. */
export function aCall(facts: Partial<OverlayCall> = {}): OverlayCall {
  return {
    id: 'jane',
    from: '(555) 010-2345',
    name: 'Jane Cooper',
    campaign: null,
    state: 'answered',
    cause: null,
    startedAt: T - 8_000,
    answeredAt: T,
    endedAt: null,
    endInferred: false,
    talkMs: null,
    onHold: false,
    job: null,
    booked: false,
    reason: null,
    leadBasis: 'none',
    review: null,
    ...facts,
  };
}

/** The same call, ended after 62 s without a job; its reason is pending. */
export function anEnded(facts: Partial<OverlayCall> = {}): OverlayCall {
  const end = { endedAt: T + 62_000, talkMs: 62_000 };
  return aCall({ ...end, state: 'unbooked', leadBasis: 'reason-pending', ...facts });
}

export function aState(calls: OverlayCall[], facts: Partial<OverlayState> = {}): OverlayState {
  return {
    ack: 1,
    calls,
    reasons: REASONS,
    reasonsMissing: false,
    thresholdMs: 60_000,
    wrapUpMs: 120_000,
    trouble: null,
    ...facts,
  };
}
