/**
 * The booking form: a window beside the bubbles that leaves the rest of the CRM usable. Opened from a call it
 * is tied to that call, and its confirmation says so; opened from Dispatch or Customers it is tied to none.
 */

import { drawForm } from './booking-form.js';
import { callerOf } from './bubble.js';
import { CUSTOMERS } from './data/customers.js';
import { el } from './draw.js';
import { windowName } from './format.js';
import { freeTechnician, openWindows } from './jobs.js';
import { act } from './line.js';
import { toast, trouble } from './toasts.js';

const place = document.getElementById('booking');

/**
 * Opens the form, in place of one that is open.
 * @param {import('../phone.ts').PhoneCall} [call] the call it is tied to
 * @param {{ name: string, phone: string }} [customer] whom it is for, where no call says it
 */
export function openBooking(call, customer) {
  const who = call ? { name: callerOf(call).name, phone: call.from } : customer;
  const form = drawForm(call, who);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(form, call).catch((error) => {
      form.querySelector('[type="submit"]').disabled = false;
      trouble(error);
    });
  });
  form.addEventListener('click', (event) => {
    if (event.target.closest('[data-action="cancel"]')) closeBooking();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeBooking();
  });
  form.elements.day.addEventListener('change', () => offerWindows(form));
  form.elements.customer.addEventListener('change', () => fillIn(form));
  offerWindows(form);
  place.replaceChildren(form);
  form.elements.customer.focus();
}

/** Closes the form without saving. */
export const closeBooking = () => place.replaceChildren();

async function save(form, call) {
  const entered = Object.fromEntries(new FormData(form));
  const hour = Number(entered.hour);
  form.querySelector('[type="submit"]').disabled = true;
  const number = await act({
    do: 'book',
    job: {
      customer: entered.customer,
      phone: entered.phone,
      address: entered.address,
      type: entered.type,
      day: entered.day,
      hour,
      technician: freeTechnician(entered.day, hour),
      call: call?.id ?? null,
    },
  });
  closeBooking();
  toast(`Job #${number} booked`, {
    'data-testid': 'booking-toast',
    'data-job': number,
    'data-call': call?.id ?? null,
  });
}

function offerWindows(form) {
  const hours = openWindows(form.elements.day.value);
  form.elements.hour.replaceChildren(...hours.map((hour) => el('option', { value: hour }, windowName(hour))));
  form.querySelector('[type="submit"]').disabled = hours.length === 0;
}

function fillIn(form) {
  const known = CUSTOMERS.find((customer) => customer.name === form.elements.customer.value);
  if (!known) return;
  form.elements.phone.value = known.phone;
  form.elements.address.value = known.address;
}
