/** How a page shows what a call is: state, controls, fields, other hands. */
import { abandoned, expect, test, unbooked } from './test.ts';

const A = '(512) 555-0111';
const B = '(512) 555-0122';

for (const by of ['class', 'attribute', 'icon', 'control']) {
  test(`the state as ${by}: connected is what the profile names, and nothing else`, async ({ open }) => {
    const desk = await open(`state-by.html?by=${by}`);
    await desk.ring(A);
    await desk.click('.answer');
    await desk.talk(A);
    await desk.hangsUp(A);
    await desk.kept(unbooked(A, { connectedAt: expect.any(Number) }));
    await desk.ring(B);
    await desk.kept(unbooked(A), { facts: { from: B }, connectedAt: null, endedAt: null });
    await desk.hangsUp(B);
    await desk.kept(unbooked(A), abandoned(B));
  });
}

for (const [language, take, stop] of [
  ['en', 'Take', 'Stop'],
  ['de', 'Annehmen', 'Auflegen'],
  ['es', 'Contestar', 'Colgar'],
] as const) {
  test(`the state in words only: ${language}`, async ({ open }) => {
    const desk = await open(`state-by-text.html?in=${language}`);
    await desk.ring(A);
    await desk.page.getByRole('button', { name: take }).click();
    await desk.talk(A);
    await desk.page.getByRole('button', { name: stop }).click();
    await desk.kept(unbooked(A, { connectedAt: expect.any(Number) }));
  });
}

test('the state as a colour only, grey after the end', async ({ open }) => {
  const desk = await open('state-by-colour.html');
  await desk.ring(A);
  await desk.click('.answer');
  await desk.talk(A);
  await desk.hangsUp(A);
  await desk.kept(unbooked(A, { mayReturn: false }));
  await desk.click('.close');
  await desk.ring(B);
  await desk.hangsUp(B);
  await desk.kept(unbooked(A), abandoned(B));
});

test('one control with several meanings: the state at the click tells', async ({ open }) => {
  const desk = await open('one-control.html');
  await desk.ring(A);
  await desk.click('.red', A);
  await desk.kept(abandoned(A, { cause: 'rejected' }));
  await desk.ring(B);
  await desk.click('.green', B);
  await desk.talk(B);
  await desk.click('.green', B);
  await desk.kept({}, { onHold: true });
  await desk.click('.green', B);
  await desk.kept({}, { onHold: false });
  await desk.click('.red', B);
  const [, talked] = await desk.kept(abandoned(A, { cause: 'rejected' }), unbooked(B));
  expect(talked?.events.filter((e) => e.type === 'claimed')).toHaveLength(1);
  expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', B)).until);
});

test('controls that are drawings: a click on a part of the drawing is one on the control', async ({
  open,
}) => {
  const desk = await open('icon-only.html');
  await desk.ring(A);
  await desk.click('.accept path');
  await desk.talk(A);
  await desk.click('.leave path');
  const [talked] = await desk.kept(unbooked(A, { claimedAt: expect.any(Number) }));
  expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
});

test('no control to accept: connected is answered, a running timer is not', async ({ open }) => {
  const desk = await open('no-accept.html');
  await desk.ring(A);
  await desk.ringsOn(A);
  await desk.hangsUp(A);
  await desk.kept(abandoned(A));
  await desk.ring(B);
  await desk.isAnsweredElsewhere(B);
  await desk.talk(B);
  await desk.hangsUp(B);
  await desk.kept(abandoned(A), unbooked(B, { claimedAt: null }));
});

test('nothing rings and the panel stays: the same number twice in a row is two calls', async ({ open }) => {
  const desk = await open('auto-answer.html');
  for (const _ of ['first', 'second']) {
    await desk.ring(A);
    await desk.isAnsweredElsewhere(A);
    await desk.talk(A);
    await desk.hangsUp(A);
  }
  await desk.kept(unbooked(A), unbooked(A));
  await desk.ring(B);
  await desk.isAnsweredElsewhere(B);
  await desk.talk(B);
  await desk.click('.release');
  await desk.kept(unbooked(A), unbooked(A), unbooked(B, { claimedAt: null }));
});

for (const [where, shown] of [
  ['attribute', A],
  ['link', '5125550111'],
  ['style', A],
  ['value', A],
  ['text', A],
] as const) {
  test(`the number is in ${where}`, async ({ open }) => {
    const desk = await open(`caller-in.html?in=${where}`);
    await desk.ring(A);
    await desk.click('.answer');
    await desk.talk(A);
    await desk.click('.hang-up');
    await desk.kept(unbooked(shown));
  });
}

test('a row and the panel that belongs to it by the id are one call, beside another', async ({ open }) => {
  const desk = await open('tied.html');
  await desk.ring(A);
  await desk.ring(B);
  await desk.click('[data-id="C-1"] .answer');
  await desk.talk(A);
  await desk.click('[data-id="C-1"] .hang-up');
  await desk.hangsUp(B);
  const campaign = 'Emergency line';
  await desk.kept(
    unbooked(A, { facts: { from: A, campaign } }),
    abandoned(B, { facts: { from: B, campaign } }),
  );
});

test('the campaign, the line that was called and the name are kept', async ({ open }) => {
  const desk = await open('campaign.html');
  await desk.ring(A);
  await desk.click('.answer');
  await desk.talk(A);
  await desk.click('.hang-up');
  const facts = { from: A, name: 'Caller 0111', campaign: 'Spring tune-up', to: '(512) 555-0700' };
  await desk.kept(unbooked(A, { facts }));
});

test('on hold and back is one call, and can end on hold', async ({ open }) => {
  const desk = await open('hold.html');
  await desk.ring(A);
  await desk.click('.answer');
  await desk.kept({ connectedAt: expect.any(Number) });
  await desk.click('.hold');
  await desk.kept({ onHold: true });
  await desk.click('.hold');
  await desk.kept({ onHold: false });
  await desk.click('.hold');
  await desk.kept({ onHold: true });
  await desk.talk(A);
  await desk.hangsUp(A);
  const [talked] = await desk.kept(unbooked(A));
  expect(talked?.events.map(({ type }) => type)).toEqual([
    'rang',
    'claimed',
    'connected',
    'held',
    'resumed',
    'held',
    'ended',
  ]);
});

test('taken by another: no call of mine, and one that is taken from me later ends for me then', async ({
  open,
}) => {
  const desk = await open('taken.html');
  await desk.ring(A);
  await desk.click('.kim');
  await desk.kept({ taken: true, classification: null });
  await desk.hangsUp(A);
  await desk.kept({ taken: true, classification: null, endedAt: expect.any(Number) });
  await desk.ring(B);
  await desk.click('.answer', B);
  // A name that follows the claim within 3 s would be a lost race.
  await expect(desk.page.locator('output')).toHaveText(/^talks [4-9]/);
  await desk.click('.kim');
  await desk.kept({ taken: true }, unbooked(B, { handedTo: 'Kim Park' }));
  await desk.hangsUp(B);
  await desk.kept({ taken: true }, unbooked(B, { handedTo: 'Kim Park' }));
});

test('a call in two forms at once is one call', async ({ open }) => {
  const desk = await open('two-forms.html');
  await desk.ring(A);
  await desk.click('.answer', A);
  await desk.talk(A);
  await desk.click('.hang-up', A);
  await desk.ring(B);
  await desk.kept(unbooked(A), { facts: { from: B }, endedAt: null });
  await desk.hangsUp(B);
  await desk.kept(unbooked(A), abandoned(B));
});

test('a call in two tabs is one call, though no id tells', async ({ open }) => {
  const first = await open('inserted.html');
  const second = await open('inserted.html');
  await first.page.bringToFront();
  await first.ring(A);
  await first.kept({ facts: { from: A } });
  await second.page.bringToFront();
  await second.ring(A);
  await second.click('.answer');
  await second.talk(A);
  await first.page.bringToFront();
  await first.hangsUp(A);
  await second.page.bringToFront();
  await second.click('.hang-up');
  await second.kept(unbooked(A));
});
