/** How a page shows that there is a call: inserted, shown, in a panel that stays, bound to a slot, drawn anew. */
import { abandoned, expect, test, unbooked } from './test.ts';

const A = '(512) 555-0111';
const B = '(512) 555-0122';
const C = '(512) 555-0133';

test('inserted and removed: one is missed, one is talked on and ends at the click', async ({ open }) => {
  const desk = await open('inserted.html');
  await desk.ring(A);
  await desk.kept({ facts: { from: A }, endedAt: null });
  await desk.hangsUp(A);
  await desk.ring(B);
  await desk.click('.answer', B);
  await desk.talk(B);
  await desk.click('.hang-up', B);
  const [missed, talked] = await desk.kept(abandoned(A), unbooked(B));
  expect(missed?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
  expect(talked?.answeredAt).toBeGreaterThanOrEqual((await desk.noted('connected', B)).from);
  expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', B)).until);
});

for (const by of ['display', 'class', 'visibility', 'ancestor', 'size', 'content']) {
  test(`hidden by ${by} and shown: the hidden "Incoming call" is none`, async ({ open }) => {
    const desk = await open(`shown.html?by=${by}`);
    await desk.kept();
    await desk.ring(A);
    await desk.kept({ facts: { from: A }, endedAt: null });
    await desk.hangsUp(A);
    await desk.kept(abandoned(A));
    await desk.ring(B);
    await desk.click('.answer');
    await desk.talk(B);
    await desk.hangsUp(B);
    const [, talked] = await desk.kept(abandoned(A), unbooked(B));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', B)).until);
  });
}

test('a panel that is always there, with the last number in it: only its words begin and end a call', async ({
  open,
}) => {
  const desk = await open('permanent-panel.html');
  await desk.kept();
  await desk.ring(A);
  await desk.click('.accept');
  await desk.talk(A);
  await desk.click('.release');
  await desk.kept(unbooked(A));
  await desk.ring(B);
  await desk.kept(unbooked(A), { facts: { from: B }, endedAt: null });
  await desk.hangsUp(B);
  await desk.kept(unbooked(A), abandoned(B));
});

test('the same node for the next call, and the same number twice without a change of its text', async ({
  open,
}) => {
  const desk = await open('same-node.html');
  await desk.ring(A);
  await desk.click('.answer');
  await desk.talk(A);
  await desk.click('.hang-up');
  await desk.ring(A);
  await desk.kept(unbooked(A), { facts: { from: A }, answeredAt: null, endedAt: null });
  await desk.hangsUp(A);
  await desk.kept(unbooked(A), abandoned(A));
  await desk.ring(A);
  await desk.kept(unbooked(A), abandoned(A), { facts: { from: A }, endedAt: null });
  await desk.hangsUp(A);
  await desk.kept(unbooked(A), abandoned(A), abandoned(A));
  await desk.ring(B);
  await desk.click('.answer');
  await desk.talk(B);
  await desk.hangsUp(B);
  await desk.kept(unbooked(A), abandoned(A), abandoned(A), unbooked(B));
});

test('the caller of before, shown for a moment, is never the caller', async ({ open }) => {
  const desk = await open('stale-caller.html');
  await desk.ring(A);
  await desk.kept({ facts: { from: A }, endedAt: null });
  await desk.hangsUp(A);
  await desk.kept(abandoned(A));
  await desk.ring(B);
  await desk.click('.answer');
  await desk.talk(B);
  await desk.hangsUp(B);
  await desk.kept(abandoned(A), unbooked(B));
  await desk.ring(C);
  await desk.kept(abandoned(A), unbooked(B), { facts: { from: C }, endedAt: null });
  await desk.hangsUp(C);
  const [, , last] = await desk.kept(abandoned(A), unbooked(B), abandoned(C));
  const numbers = last?.events.flatMap((e) => ('facts' in e ? [e.facts?.from] : []));
  expect(numbers).toEqual([C]);
});

test('the id in an attribute is the call, though two have one number', async ({ open, origin }) => {
  const desk = await open('id-attribute.html');
  for (let i = 0; i < 3; i++) await desk.ring(A);
  await desk.click('[data-call-id="C-2"] .answer');
  await desk.talk(A);
  await desk.click('[data-call-id="C-3"] .answer');
  await desk.click('[data-call-id="C-2"] .hang-up');
  await desk.kept({ endedAt: null }, { id: `${origin}#C-2`, endedAt: expect.any(Number) }, { endedAt: null });
  await desk.talk(A);
  await desk.hangsUp(A);
  await desk.hangsUp(A);
  await desk.kept(
    abandoned(A, { id: `${origin}#C-1` }),
    unbooked(A, { id: `${origin}#C-2` }),
    unbooked(A, { id: `${origin}#C-3` }),
  );
});

test('several at once, in an order that changes: each is itself', async ({ open }) => {
  const desk = await open('several.html');
  for (const number of [A, B, C]) await desk.ring(number);
  await desk.click('.answer', B);
  await desk.talk(B);
  await desk.click('.hang-up', A);
  await desk.hangsUp(C);
  await desk.hangsUp(B);
  await desk.kept(abandoned(A, { cause: 'rejected' }), unbooked(B), abandoned(C));
});

test('a slot that is bound to the next call ends the one and begins the other', async ({ open }) => {
  const desk = await open('slot.html');
  await desk.ring(A);
  await desk.kept({ facts: { from: A }, endedAt: null });
  await desk.ring(B);
  await desk.ring(C);
  await desk.ringsOn(A);
  await desk.hangsUp(A);
  await desk.kept(abandoned(A), { facts: { from: B }, endedAt: null });
  await desk.click('.answer');
  await desk.talk(B);
  await desk.hangsUp(B);
  const [first, second, third] = await desk.kept(abandoned(A), unbooked(B), { facts: { from: C } });
  expect(first?.endedAt).toBeLessThanOrEqual(Number(second?.startedAt));
  expect(second?.endedAt).toBeLessThanOrEqual(Number(third?.startedAt));
  await desk.hangsUp(C);
  await desk.kept(abandoned(A), unbooked(B), abandoned(C));
});

for (const page of ['redrawn.html', 'redrawn-around.html']) {
  test(`${page}: what is drawn anew all the time goes on as one call, and ends when it ends`, async ({
    open,
  }) => {
    const desk = await open(page);
    await desk.ring(A);
    await desk.kept({ facts: { from: A }, endedAt: null });
    await desk.ring(B);
    await desk.click('.answer', B);
    await desk.talk(B);
    await desk.hangsUp(B);
    await desk.hangsUp(A);
    const [, talked] = await desk.kept(abandoned(A), unbooked(B));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', B)).until);
  });
}

test('a box that stays after the end, until it is closed, lengthens nothing', async ({ open }) => {
  const desk = await open('lingering.html');
  await desk.ring(A);
  await desk.click('.answer', A);
  await desk.talk(A);
  await desk.hangsUp(A);
  const [before] = await desk.kept(unbooked(A));
  await expect(desk.page.locator('.grey')).toBeVisible();
  await desk.ring(A);
  await desk.kept(unbooked(A), { facts: { from: A }, endedAt: null });
  await desk.click('.close');
  await desk.hangsUp(A);
  const [after] = await desk.kept(unbooked(A), abandoned(A));
  expect(after?.talkMs).toBe(before?.talkMs);
  expect(after?.endedAt).toBeLessThan((await desk.noted('closed', A)).from);
});

test('a box that stays for a second after the end lengthens nothing', async ({ open }) => {
  const desk = await open('lingering.html?for=1000');
  await desk.ring(A);
  await desk.kept({ facts: { from: A }, endedAt: null });
  await desk.hangsUp(A);
  await desk.ring(B);
  await desk.click('.answer', B);
  await desk.talk(B);
  await desk.click('.hang-up', B);
  await expect(desk.page.locator('.grey')).toHaveCount(0);
  const [, talked] = await desk.kept(abandoned(A), unbooked(B));
  expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', B)).until);
});
