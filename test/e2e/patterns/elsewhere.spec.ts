/** Calls that are not simply in the page: folded away, in shadow roots, frames, messages, a window of their own. */
import { abandoned, Desk, expect, test, unbooked } from './test.ts';

const A = '(512) 555-0111';
const B = '(512) 555-0122';

for (const as of ['node', 'class', 'removed']) {
  test(`folded away in mid-call (${as}) and unfolded: one call, which goes on`, async ({ open }) => {
    const desk = await open(`minimised.html?as=${as}`);
    await desk.ring(A);
    await desk.ringsOn(A);
    await desk.click('.fold');
    await desk.click('.fold');
    await desk.click('.answer', A);
    await desk.kept({ facts: { from: A }, answeredAt: expect.any(Number) });
    await desk.click('.fold');
    await desk.talk(A);
    await desk.click('.fold');
    await desk.click('.hang-up', A);
    const [talked] = await desk.kept(unbooked(A));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
  });

  test(`folded away (${as}), it ends when the caller hangs up`, async ({ open }) => {
    const desk = await open(`minimised.html?as=${as}`);
    await desk.ring(A);
    await desk.click('.answer', A);
    await desk.kept({ facts: { from: A }, answeredAt: expect.any(Number) });
    await desk.click('.fold');
    await desk.talk(A);
    await desk.hangsUp(A);
    const [talked] = await desk.kept(unbooked(A));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
    await desk.click('.fold');
    await desk.ring(B);
    await desk.kept(unbooked(A), { facts: { from: B }, endedAt: null });
  });
}

for (const mode of ['open', 'closed']) {
  test(`in a shadow root that is ${mode}: calls and clicks are seen in it`, async ({ open }) => {
    const desk = await open(`shadow.html?mode=${mode}`);
    await desk.ring(A);
    await desk.kept({ facts: { from: A }, endedAt: null });
    await clickInside(desk, '.answer');
    await desk.talk(A);
    await clickInside(desk, '.hang-up');
    const [talked] = await desk.kept(unbooked(A, { claimedAt: expect.any(Number) }));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
    await desk.ring(B);
    await desk.hangsUp(B);
    await desk.kept(unbooked(A), abandoned(B));
  });
}

for (const [from, whose] of [
  ['127.0.0.1', 'of this origin'],
  ['localhost', 'of another origin'],
  ['', 'without an address of its own'],
] as const) {
  test(`in a frame ${whose}: calls and clicks are seen in it`, async ({ open }) => {
    const desk = inFrame(await open(`frame.html?from=${from}`));
    await desk.ring(A);
    await desk.click('.answer', A);
    await desk.talk(A);
    await desk.click('.hang-up', A);
    // The frame does not show the queue: the page around it does.
    const facts = { from: A, campaign: 'Emergency line' };
    const [talked] = await desk.kept(unbooked(A, { facts, claimedAt: expect.any(Number) }));
    expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
    await desk.ring(B);
    await desk.kept(unbooked(A), { facts: { from: B }, endedAt: null });
    await desk.hangsUp(B);
    await desk.kept(unbooked(A), abandoned(B));
  });

  test(`in a frame ${whose} and in the page around it at once: one call`, async ({ open }) => {
    const desk = inFrame(await open(`frame.html?from=${from}&also=here`));
    await desk.ring(A);
    await expect(desk.page.locator('#bar')).toHaveText(A);
    await desk.click('.answer', A);
    await desk.talk(A);
    await desk.click('.hang-up', A);
    await desk.kept(unbooked(A, { claimedAt: expect.any(Number) }));
    await desk.ring(B);
    await desk.hangsUp(B);
    await desk.kept(unbooked(A), abandoned(B));
  });
}

test('messages that a frame posts are the call, with its id, and with what the page shows of it', async ({
  open,
  origin,
}) => {
  const desk = inFrame(await open('messages.html'));
  await desk.ring(A);
  await expect(desk.page.locator('#adapter')).toHaveText(A);
  await desk.click('.answer', A);
  await desk.talk(A);
  await desk.hangsUp(A);
  const facts = { from: A, campaign: 'Spring tune-up' };
  await desk.kept(unbooked(A, { facts, claimedAt: expect.any(Number), mayReturn: false }));
  await desk.ring(A);
  await desk.kept(unbooked(A), { facts: { from: A }, endedAt: null });
  await desk.hangsUp(A);
  const calls = await desk.kept(unbooked(A), abandoned(A));
  expect(calls.map(({ id }) => id)).toEqual([`${origin}#C-1`, `${origin}#C-2`]);
});

test('a phone that moves into a window of its own takes its call along', async ({ open, callmark }) => {
  const desk = await open('pop-out.html');
  await desk.ring(A);
  await desk.click('.answer', A);
  await desk.kept({ facts: { from: A }, answeredAt: expect.any(Number) });
  const opened = callmark.context.waitForEvent('page');
  await desk.click('.pop');
  const popup = await opened;
  await expect(popup.locator('.call')).toHaveText(new RegExp(A.slice(-8)));
  await desk.page.bringToFront();
  await desk.talk(A);
  await popup.bringToFront();
  await popup.locator('.hang-up').click();
  const [talked] = await desk.kept(unbooked(A));
  expect(talked?.endedAt).toBeLessThanOrEqual((await desk.noted('ended', A)).until);
  await popup.close();
  await desk.page.bringToFront();
  await desk.ring(B);
  await desk.kept(unbooked(A), { facts: { from: B } });
});

/** The same desk, with the phone in its frame. */
function inFrame({ callmark, page }: Desk): Desk {
  return new Desk(callmark, page, page.frameLocator('iframe'));
}

/** Locators do not enter closed shadow roots: the real mouse does. */
async function clickInside(desk: Desk, selector: string): Promise<void> {
  const { x, y } = await desk.callmark.inContentScript(
    desk.page,
    (inside) => {
      const host = document.querySelector('call-desk') as HTMLElement;
      const found = chrome.dom.openOrClosedShadowRoot(host)?.querySelector(inside);
      const { left, top, width, height } = (found as Element).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    selector,
  );
  await desk.page.mouse.click(x, y);
}
