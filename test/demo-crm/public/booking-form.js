/** How the booking form looks. */
import { CUSTOMERS, customerOf } from './data/customers.js';
import { JOB_TYPES } from './data/office.js';
import { el, icon } from './draw.js';
import { isoDay, phoneNumber } from './format.js';

/**
 * @param {import('../phone.ts').PhoneCall} [call] the call it is tied to
 * @param {{ name: string | null, phone: string }} [who] whom it is for
 * @returns {HTMLFormElement} its windows are still to be offered
 */
export function drawForm(call, who) {
  const field = (label, input) => el('label', { class: 'field' }, el('span', {}, label), input);
  return el(
    'form',
    { class: 'booking', 'data-testid': 'booking-form', 'aria-label': 'Book a job' },
    el(
      'div',
      { class: 'booking-head' },
      el('h2', {}, 'Book a job'),
      call && el('span', { class: 'booking-call' }, icon('phone'), `Call ${call.id}`),
      el(
        'button',
        { type: 'button', class: 'bubble-close', 'data-action': 'cancel', 'aria-label': 'Close the form' },
        icon('close'),
      ),
    ),
    field(
      'Customer',
      el('input', {
        name: 'customer',
        required: true,
        list: 'customer-names',
        value: who?.name,
        placeholder: call ? `Name of ${phoneNumber(call.from)}` : 'Name',
        autocomplete: 'off',
      }),
    ),
    el(
      'datalist',
      { id: 'customer-names' },
      CUSTOMERS.map(({ name }) => el('option', { value: name })),
    ),
    el(
      'div',
      { class: 'field-pair' },
      field(
        'Phone',
        el('input', {
          name: 'phone',
          type: 'tel',
          value: who && phoneNumber(who.phone),
          autocomplete: 'off',
        }),
      ),
      field(
        'Address',
        el('input', { name: 'address', value: customerOf(who?.phone)?.address, autocomplete: 'off' }),
      ),
    ),
    field(
      'Job type',
      el(
        'select',
        { name: 'type' },
        JOB_TYPES.map(({ name }) => el('option', {}, name)),
      ),
    ),
    el(
      'div',
      { class: 'field-pair' },
      field(
        'Date',
        el('input', { name: 'day', type: 'date', required: true, value: isoDay(1), min: isoDay() }),
      ),
      field('Arrival window', el('select', { name: 'hour', required: true })),
    ),
    el(
      'div',
      { class: 'booking-foot' },
      el('button', { type: 'button', class: 'button button-plain', 'data-action': 'cancel' }, 'Cancel'),
      el('button', { type: 'submit', class: 'button button-primary' }, 'Save job'),
    ),
  );
}
