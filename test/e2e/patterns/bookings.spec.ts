/** How a page confirms a job: toast, modal, address. Each job counts once, for the call that is talked on. */
import type { Call } from '@/lib/calls/call.ts';
import { type Desk, expect, test, unbooked } from './test.ts';

const A = '(512) 555-0111';

for (const node of ['new', 'same']) {
  test(`a toast, ${node} node: a job is booked when its toast comes, and once`, async ({ open }) => {
    const desk = await open(`booking-toast.html?node=${node}`);
    await talk(desk);
    await desk.click('.book');
    await desk.kept({ facts: { from: A, job: '1001' } });
    await desk.click('.tidy');
    await desk.click('.book');
    await desk.kept({ facts: { from: A, job: '1002' } });
    await desk.click('.hang-up');
    const [booked] = await desk.kept({ classification: 'booked', end: 'seen' });
    expect(jobsOf(booked)).toEqual(['1001', '1002']);
    expect(await desk.unmatched()).toEqual([]);
  });
}

test('a modal: an old job that opens in it is no booking, a new one that is saved is', async ({ open }) => {
  const desk = await open('booking-modal.html');
  await talk(desk);
  await desk.click('.old');
  await desk.click('.close');
  await desk.click('.new');
  await desk.click('.save');
  await desk.kept({ facts: { from: A, job: '1001' } });
  await desk.click('.close');
  await desk.click('.hang-up');
  const [booked] = await desk.kept({ classification: 'booked', end: 'seen' });
  expect(jobsOf(booked)).toEqual(['1001']);
  expect(await desk.unmatched()).toEqual([]);
});

test('a job that was there from the start is none, and one before the call is none of it', async ({
  open,
}) => {
  const desk = await open('booking-toast.html?node=new');
  await desk.click('.book');
  await talk(desk);
  await desk.click('.hang-up');
  await desk.kept(unbooked(A));
  expect(await desk.unmatched()).toEqual(['1001']);
});

for (const by of ['push', 'hash', 'load']) {
  test(`the address by ${by}: a new job is a booking, the caller's record and an old job are none`, async ({
    open,
  }) => {
    const desk = await open(`booking-address.html?by=${by}`);
    await talk(desk);
    await desk.click('.old');
    await desk.click('.new');
    await desk.click('.save');
    await desk.kept({ facts: { from: A, job: '1001' } });
    await desk.click('.old');
    await desk.click('.hang-up');
    const [booked] = await desk.kept({ classification: 'booked', end: 'seen' });
    expect(jobsOf(booked)).toEqual(['1001']);
  });
}

async function talk(desk: Desk): Promise<void> {
  await desk.ring(A);
  await desk.click('.answer');
  await desk.talk(A);
}

function jobsOf(call: Call | undefined): (string | undefined)[] {
  return call?.events.flatMap((e) => (e.type === 'booked' ? [e.job] : [])) ?? [];
}
