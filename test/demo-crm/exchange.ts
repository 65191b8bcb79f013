/**
 * What each action does to the telephone line and the job book. Pure; times are epoch ms and come in as
 * arguments. An action that does not apply (a call that is gone, an answer after the end) changes nothing.
 */
import type { Action, Exchange, PhoneCall } from './phone.ts';

/** The office's main number and the campaign that is told by it. */
export const MAIN_LINE = { to: '+15125550100', campaign: 'Google Ads – Main line' };

/** A line on which nothing has happened yet. */
export function newExchange(): Exchange {
  return { nextCall: 20417, nextJob: 48213, calls: [], jobs: [], rival: null };
}

/** The exchange after an action at `now`, and what the action gives (an id, or `null`). */
export function act(
  before: Exchange,
  action: Action,
  now: number,
): { exchange: Exchange; result: string | null } {
  const exchange = settle(before, now);
  const change = (
    id: string,
    when: (call: PhoneCall) => boolean,
    to: (call: PhoneCall) => Partial<PhoneCall>,
  ) => ({
    exchange: {
      ...exchange,
      calls: exchange.calls.map((call) => (call.id === id && when(call) ? { ...call, ...to(call) } : call)),
    },
    result: null,
  });

  switch (action.do) {
    case 'ring':
      return begin(exchange, {
        ...blankCall(action.id ?? `C-${exchange.nextCall}`, now),
        from: action.from,
        name: action.name ?? null,
        to: action.to ?? MAIN_LINE.to,
        campaign: action.campaign ?? MAIN_LINE.campaign,
        ringsOutAt: action.ringsForMs === undefined ? null : now + action.ringsForMs,
      });
    case 'dial':
      return begin(exchange, {
        ...blankCall(`C-${exchange.nextCall}`, now),
        direction: 'outbound',
        from: action.to,
        name: action.name ?? null,
        campaign: 'Outbound',
        claimedBy: action.csr,
      });
    case 'remoteAnswer':
      return change(action.call, rings, () => ({ answeredAt: now, answeredOn: 'remote' }));
    case 'claim': {
      const claimable = (call: PhoneCall) => live(call) && !call.claimedBy;
      const won = change(action.call, claimable, (call) => ({
        claimedBy: exchange.rival ?? action.csr,
        answeredAt: call.answeredAt ?? now,
        answeredOn: call.answeredOn ?? 'crm',
      }));
      return { ...won, exchange: { ...won.exchange, rival: null } };
    }
    case 'deskAnswer':
      return change(action.call, rings, () => ({ answeredAt: now, answeredOn: 'desk' }));
    case 'takenBy':
      return change(action.call, live, (call) => ({
        claimedBy: action.csr,
        answeredAt: call.answeredAt ?? now,
        answeredOn: call.answeredOn ?? 'crm',
        heldAt: null,
      }));
    case 'loseNextClaimTo':
      return { exchange: { ...exchange, rival: action.csr }, result: null };
    case 'reject':
      return change(action.call, rings, () => ({ endedAt: now, endedBy: 'rejected' }));
    case 'hold':
      return change(action.call, talks, () => ({ heldAt: now }));
    case 'resume':
      return change(action.call, live, () => ({ heldAt: null }));
    case 'endCall':
      return change(action.call, live, () => ({ endedAt: now, endedBy: 'csr', heldAt: null }));
    case 'hangUp':
      return change(action.call, live, () => ({ endedAt: now, endedBy: 'caller', heldAt: null }));
    case 'ringOut':
      return change(action.call, rings, () => ({ ringsOutAt: now + action.afterMs }));
    case 'close':
      return change(
        action.call,
        (call) => !live(call),
        () => ({ closed: true }),
      );
    case 'book': {
      const number = String(exchange.nextJob);
      const calls = exchange.calls.map((call) =>
        call.id === action.job.call ? { ...call, jobs: [...call.jobs, number] } : call,
      );
      const jobs = [...exchange.jobs, { ...action.job, number }];
      return { exchange: { ...exchange, nextJob: exchange.nextJob + 1, calls, jobs }, result: number };
    }
    case 'reset':
      return { exchange: newExchange(), result: null };
    default:
      action satisfies never;
      throw new Error(`Unknown action: ${JSON.stringify(action)}`);
  }
}

/** Ends the calls whose callers have given up by `now`, each at the moment it gave up. */
export function settle(exchange: Exchange, now: number): Exchange {
  const gaveUp = (call: PhoneCall) => rings(call) && call.ringsOutAt !== null && call.ringsOutAt <= now;
  if (!exchange.calls.some(gaveUp)) return exchange;
  const calls = exchange.calls.map((call) =>
    gaveUp(call) ? { ...call, endedAt: call.ringsOutAt, endedBy: 'rang-out' as const } : call,
  );
  return { ...exchange, calls };
}

/** When the next caller gives up (epoch ms), `null` = none will. */
export function nextRingOut(exchange: Exchange): number | null {
  const times = exchange.calls.filter(rings).flatMap((call) => call.ringsOutAt ?? []);
  return times.length ? Math.min(...times) : null;
}

const live = (call: PhoneCall) => call.endedAt === null;
const rings = (call: PhoneCall) => live(call) && call.answeredAt === null;
const talks = (call: PhoneCall) => live(call) && call.answeredAt !== null;

/** A call that is there already under this id is not rung twice. */
function begin(exchange: Exchange, call: PhoneCall): { exchange: Exchange; result: string } {
  if (exchange.calls.some((other) => other.id === call.id)) return { exchange, result: call.id };
  const next = { ...exchange, nextCall: exchange.nextCall + 1, calls: [...exchange.calls, call] };
  return { exchange: next, result: call.id };
}

function blankCall(id: string, now: number): PhoneCall {
  return {
    id,
    direction: 'inbound',
    from: '',
    name: null,
    to: MAIN_LINE.to,
    campaign: MAIN_LINE.campaign,
    startedAt: now,
    ringsOutAt: null,
    answeredAt: null,
    answeredOn: null,
    claimedBy: null,
    heldAt: null,
    endedAt: null,
    endedBy: null,
    jobs: [],
    closed: false,
  };
}
