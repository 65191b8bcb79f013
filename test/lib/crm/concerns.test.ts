// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createConcerns } from '@/lib/crm/concerns.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import { one, showPage } from './page.ts';

const profile: Profile = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  matches: ['https://a/*'],
  calls: [{ root: ['.bubble', '#list [data-id="{id}"]'] }, { root: 'x-phone >>> .call' }],
  bookings: [{ appears: '.toast' }, { url: 'job', after: 'new' }],
};

/** Whether what `act` does to the page concerns a call; the first `.bubble` is known. */
async function concerns(markup: string, act: () => void): Promise<boolean> {
  showPage(markup);
  const roots = [...document.querySelectorAll('.known'), {}];
  const ask = createConcerns(profile, () => roots);
  let answer = false;
  const observer = new MutationObserver((changes) => {
    answer = ask(changes);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  act();
  await Promise.resolve();
  observer.disconnect();
  return answer;
}

const PAGE =
  '<main id="main"><p id="other">x</p><div class="bubble known"><b id="state">Ringing</b></div></main><i id="free">y</i>';
const add = (where: string, markup: string) => one(where).insertAdjacentHTML('beforeend', markup);

test.each<[string, boolean, () => void]>([
  [
    'text in a call',
    true,
    () => (one('#state').firstChild as Text).data.replace('x', '') && one('#state').append('!'),
  ],
  ['a class in a call', true, () => one('#state').setAttribute('class', 'on')],
  ['a class of the call', true, () => one('.bubble').classList.add('grey')],
  ['a class of what a call is in', true, () => one('#main').classList.add('folded')],
  ['a call that goes', true, () => one('.bubble').remove()],
  ['what a call is in that goes', true, () => one('#main').remove()],
  ['a call that comes', true, () => add('#main', '<div class="bubble"></div>')],
  ['a call that comes inside of something', true, () => add('#free', '<p><span class="bubble"></span></p>')],
  ['what becomes a call by its class', true, () => one('#other').classList.add('bubble')],
  ['a phone with a shadow', true, () => add('#free', '<x-phone></x-phone>')],
  ['a confirmation', true, () => add('#free', '<p class="toast">Job 1</p>')],
  ['other text', false, () => one('#other').append('!')],
  ['another class', false, () => one('#other').classList.add('on')],
  ['another element', false, () => add('#main', '<p>row</p>')],
  ['another element that goes', false, () => one('#other').remove()],
])('%s: %s', async (_, expected, act) => {
  expect(await concerns(PAGE, act)).toBe(expected);
});

test('a selector that no browser knows, or that CSS would close at its end, leaves the others at work', async () => {
  const broken = { ...profile, calls: [{ root: ['p:::x', '.bubble'] }, { root: '[data-call' }] };
  showPage('<p class="bubble">x</p>');
  const added = { type: 'attributes', target: one('.bubble') } as unknown as MutationRecord;
  expect(createConcerns(broken, () => [])([added])).toBe(true);
});

test('a profile that looks for nothing in the document itself is asked all the same', () => {
  showPage('<p class="known">x</p>');
  const inShadows = { ...profile, calls: [{ root: '>>> .call' }], bookings: [] };
  const change = { type: 'attributes', target: one('.known') } as unknown as MutationRecord;
  expect(createConcerns(inShadows, () => [])([change])).toBe(false);
});
