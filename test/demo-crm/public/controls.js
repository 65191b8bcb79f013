/** The buttons of a call bubble. */
import { el, icon } from './draw.js';

/** Test ids that are not called like the action. */
const HOOKS = { claim: 'answer', endCall: 'hang-up' };

/**
 * The controls that go with a call's state, and × once it has ended; none for a call of another CSR.
 * @param {import('../phone.ts').PhoneCall} call
 * @param {string} csr the signed-in one
 * @param {string} state as in `data-state`
 * @param {string} shown how the caller is called on the bubble
 */
export function drawControls(call, csr, state, shown) {
  const control = (action, label, symbol, kind = 'plain') =>
    el(
      'button',
      {
        type: 'button',
        class: `button button-${kind}`,
        'data-testid': `bubble-${HOOKS[action] ?? action}`,
        'data-action': action,
        'data-focus': `${call.id} ${action === 'resume' ? 'hold' : action}`,
        'aria-label': `${label} – ${shown}`,
      },
      icon(symbol),
      label,
    );
  const close = el(
    'button',
    {
      type: 'button',
      class: 'bubble-close',
      'data-testid': 'bubble-close',
      'data-action': 'close',
      'data-focus': `${call.id} close`,
      'aria-label': `Close – ${shown}`,
    },
    icon('close'),
  );
  const mine = call.claimedBy === csr;
  const book = mine && call.answeredAt !== null && control('book', 'Book a job', 'calendar', 'primary');
  const row = (...buttons) => el('div', { class: 'bubble-controls' }, buttons);

  if (state === 'ended') return [row(book), close];
  if (call.claimedBy && !mine) return null;
  switch (state) {
    case 'ringing':
      return row(
        control('claim', 'Answer', 'phone', 'answer'),
        control('reject', 'Reject', 'hang-up', 'danger'),
      );
    case 'dialing':
      return row(control('endCall', 'Hang up', 'hang-up', 'danger'));
    default:
      return row(
        !call.claimedBy && control('claim', 'Claim call', 'person', 'answer'),
        book,
        state === 'held' ? control('resume', 'Resume', 'play') : control('hold', 'Hold', 'pause'),
        control('endCall', 'Hang up', 'hang-up', 'danger'),
      );
  }
}
