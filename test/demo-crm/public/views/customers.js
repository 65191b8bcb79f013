/** The customers, with a search over name, number and address; a call or a job from each. */
import { openBooking } from '../booking.js';
import { CUSTOMERS } from '../data/customers.js';
import { avatar, el, icon } from '../draw.js';
import { phoneNumber } from '../format.js';
import { act } from '../line.js';
import { csr } from '../session.js';
import { trouble } from '../toasts.js';

let sought = '';

export const title = 'Customers';

/** The search box keeps what is typed while the rest is drawn anew. */
export function draw() {
  const list = el('tbody');
  const count = el('span', { class: 'quiet', role: 'status' });
  const search = el('input', {
    type: 'search',
    class: 'search',
    'data-focus': 'search',
    'aria-label': 'Search customers',
    placeholder: 'Name, number or address',
    value: sought,
  });
  const fill = () => {
    const found = CUSTOMERS.filter(matches);
    count.textContent = `${found.length} of ${CUSTOMERS.length}`;
    list.replaceChildren(...found.map(drawRow));
  };
  search.addEventListener('input', () => {
    sought = search.value;
    fill();
  });
  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    const customer = CUSTOMERS.find(({ phone }) => phone === button?.dataset.phone);
    if (!customer) return;
    if (button.dataset.do === 'book') openBooking(undefined, customer);
    else act({ do: 'dial', to: customer.phone, name: customer.name, csr: csr() }).catch(trouble);
  });
  fill();
  return [
    el('div', { class: 'toolbar' }, search, count),
    el(
      'section',
      { class: 'card' },
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ['Customer', 'Phone', 'Job', 'Last job', 'Since'].map((text) => el('th', { scope: 'col' }, text)),
          ),
        ),
        list,
      ),
    ),
  ];
}

function matches({ name, phone, address }) {
  const words = sought.toLowerCase().trim();
  const digits = words.replace(/\D/g, '');
  return `${name} ${address}`.toLowerCase().includes(words) || (digits.length > 2 && phone.includes(digits));
}

function drawRow(customer) {
  const button = (what, label, symbol, shown) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button button-plain',
        'data-do': what,
        'data-phone': customer.phone,
        'aria-label': `${label} ${customer.name}, ${shown}`,
      },
      icon(symbol),
      shown,
    );
  return el(
    'tr',
    {},
    el(
      'td',
      {},
      el(
        'span',
        { class: 'person' },
        avatar(customer.name),
        el(
          'span',
          {},
          el('span', { class: 'strong' }, customer.name),
          customer.member && el('span', { class: 'tag tag-member' }, 'Member'),
          el('span', { class: 'under' }, customer.address),
        ),
      ),
    ),
    el('td', {}, button('call', 'Call', 'phone', phoneNumber(customer.phone))),
    el('td', {}, button('book', 'Book a job for', 'calendar', 'Book')),
    el('td', {}, customer.last),
    el('td', { class: 'quiet' }, String(customer.since)),
  );
}
