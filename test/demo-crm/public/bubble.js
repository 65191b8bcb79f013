/** One call bubble, drawn from a call of the line: what the CRM shows and the controls it offers. */
import { drawControls } from './controls.js';
import { customerOf } from './data/customers.js';
import { avatar, el, icon } from './draw.js';
import { duration, phoneNumber } from './format.js';

/**
 * @param {import('../phone.ts').PhoneCall} call
 * @param {string} csr the signed-in one
 * @param {number} now epoch ms
 */
export function drawBubble(call, csr, now) {
  const state = stateOf(call);
  const who = callerOf(call);
  const claimable = call.endedAt === null && !call.claimedBy && call.direction === 'inbound';
  return el(
    'article',
    {
      class: 'bubble',
      'data-testid': 'call-bubble',
      'data-call-id': call.id,
      'data-state': state,
      'data-direction': call.direction,
      'data-owner': call.claimedBy ? (call.claimedBy === csr ? 'me' : 'other') : null,
      'aria-label': `Call ${call.id}, ${who.shown}`,
      // The bubble is drawn anew all the time; animations go on from where they were.
      style: `--age: ${Math.max(0, now - call.startedAt)}ms`,
    },
    face(call, who, state, claimable, now),
    el(
      'div',
      { class: 'bubble-facts' },
      el('span', { class: 'bubble-line' }, icon('tag'), campaign(call)),
      call.claimedBy && owner(call),
      !call.claimedBy &&
        call.answeredOn === 'desk' &&
        el('span', { class: 'bubble-owner' }, 'On a desk phone'),
      call.jobs.map((job) => el('span', { class: 'bubble-job' }, icon('check'), `Job #${job}`)),
    ),
    drawControls(call, csr, state, who.shown),
  );
}

/** What a bubble says of its call in `data-state`. */
export function stateOf(call) {
  if (call.endedAt !== null) return 'ended';
  if (call.heldAt !== null) return 'held';
  if (call.answeredAt !== null) return 'connected';
  return call.direction === 'outbound' ? 'dialing' : 'ringing';
}

/** Who calls: a customer by the number, else the name that came with the call, else nobody known. */
export function callerOf(call) {
  const customer = customerOf(call.from);
  const name = customer?.name ?? call.name;
  return { name, shown: name ?? 'New caller', address: customer?.address ?? null };
}

function face(call, who, state, claimable, now) {
  const parts = [
    who.name
      ? avatar(who.name)
      : el('span', { class: 'avatar avatar-new', 'aria-hidden': 'true' }, icon('person')),
    el(
      'span',
      { class: 'bubble-who' },
      claimable && el('span', { class: 'unseen' }, 'Take call from '),
      el(
        'span',
        { class: 'bubble-name', 'data-testid': 'caller-name', 'data-known': String(who.name !== null) },
        who.shown,
      ),
      el(
        'span',
        { class: 'bubble-number', 'data-testid': 'caller-number', 'data-number': call.from },
        phoneNumber(call.from),
      ),
      who.address && el('span', { class: 'bubble-address' }, who.address),
    ),
    el('span', { class: 'bubble-status' }, status(call, state, now)),
  ];
  return claimable
    ? el(
        'button',
        {
          type: 'button',
          class: 'bubble-face',
          'data-testid': 'bubble-claim',
          'data-action': 'claim',
          'data-focus': `${call.id} face`,
        },
        parts,
      )
    : el('div', { class: 'bubble-face', 'data-testid': 'bubble-face' }, parts);
}

function campaign(call) {
  return el('span', { 'data-testid': 'call-campaign', 'data-line': call.to }, call.campaign);
}

function owner(call) {
  const did = call.direction === 'outbound' ? 'Called' : 'Taken';
  return el('span', { class: 'bubble-owner', 'data-testid': 'claimed-by' }, `${did} by ${call.claimedBy}`);
}

function status(call, state, now) {
  const timer = (text) => el('span', { class: 'bubble-timer', 'data-testid': 'call-timer' }, text);
  switch (state) {
    case 'ringing':
      return [el('span', { class: 'bubble-dot' }), 'Incoming'];
    case 'dialing':
      return 'Calling…';
    case 'connected':
      return timer(duration(now - call.answeredAt));
    case 'held':
      return ['On hold', timer(duration(now - call.answeredAt))];
    default:
      if (call.endedBy === 'rejected') return 'Rejected';
      return call.answeredAt === null ? 'Missed' : ['Ended', timer(duration(call.endedAt - call.answeredAt))];
  }
}
