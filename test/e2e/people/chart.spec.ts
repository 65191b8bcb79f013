/** Every arrow of the chart, by the hands of the people who take it: the CRM's bubbles, the overlay, the popup. */
import { answer, book, bubble, MARIA, ring, STRANGER, setThreshold } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';
import { bookOnDispatch, closeBubble, kept, ringing, startWithReasons, talking } from './steps.ts';

const TOM = '+12105550140';
const LEE = '+18305550167';

test('a call nobody answers, one rejected and one answered on a desk phone only are abandoned, each for its cause', async ({
  callmark,
  crm,
  demo,
}) => {
  const [quiet, rejected, desk] = [ring(demo, MARIA), ring(demo, STRANGER), ring(demo, TOM)];
  for (const call of [quiet, rejected, desk]) await kept(callmark, call);
  demo.act({ do: 'hangUp', call: quiet });
  await bubble(crm, rejected).getByTestId('bubble-reject').click();
  demo.act({ do: 'deskAnswer', call: desk });
  await kept(callmark, desk, { connectedAt: expect.any(Number), answeredAt: null });
  demo.act({ do: 'hangUp', call: desk });
  const abandoned = {
    classification: 'abandoned',
    lead: false,
    leadBasis: 'none',
    end: 'seen',
    talkMs: null,
    followUp: { state: 'open' },
  } as const;
  await kept(callmark, quiet, { ...abandoned, cause: 'not-answered' });
  await kept(callmark, rejected, { ...abandoned, cause: 'rejected' });
  await kept(callmark, desk, { ...abandoned, cause: 'not-claimed' });
  await overlay(crm).waitFor(/Not claimed, over after \d+ s/);
  await overlay(crm).waitFor(/Rejected after \d+ s/);
});

test('under the threshold a call is excused, and a job booked in it is flagged until a person counts it as booked', async ({
  callmark,
  crm,
  demo,
}) => {
  const short = await talking(callmark, crm, demo, STRANGER);
  demo.act({ do: 'hangUp', call: short });
  await kept(callmark, short, { classification: 'excused', lead: false, review: null });

  const call = await talking(callmark, crm, demo);
  const job = await book(crm, call);
  await overlay(crm).waitFor(new RegExp(`job ${job} booked`, 'i'));
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const flagged = { classification: 'excused', review: 'booked-under-threshold', lead: false } as const;
  await kept(callmark, call, { ...flagged, facts: { job } });
  await overlay(crm).waitFor(new RegExp(`job ${job} booked, but ended within 60 s`, 'i'));

  const popup = await callmark.popup();
  await popup.bringToFront();
  await expect(popup.getByText('0 booked of 0 leads')).toBeVisible();
  const worth = popup.getByRole('region', { name: 'Worth a look' });
  await worth.getByRole('button', { name: 'Count as booked' }).click();
  const corrected = {
    classification: 'booked',
    original: 'excused',
    lead: true,
    leadBasis: 'manual',
  } as const;
  await kept(callmark, call, { ...corrected, review: null, corrected: { by: 'Dana Ruiz' } });
  await expect(popup.getByText('1 booked of 1 leads')).toBeVisible();
  await worth.getByRole('button', { name: 'Undo' }).click();
  await kept(callmark, call, { ...flagged, corrected: null });
  await expect(popup.getByText('0 booked of 0 leads')).toBeVisible();
  await worth.getByRole('button', { name: 'Count as booked' }).click();
  const { events } = await kept(callmark, call, corrected);
  expect(events.map(({ type }) => type).slice(-3)).toEqual(['reclassified', 'undone', 'reclassified']);
});

test('over the threshold without call reasons a call is unbooked and a lead, and the overlay says what that spoils', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 2);
  const call = await talking(callmark, crm, demo);
  await overlay(crm).waitFor('Answered');
  await overlay(crm).waitFor('Ongoing');
  const warning =
    /Every call over 2 s counts as a lead.*lowers the conversion rate.*campaign ROI and marketing reports unreliable/s;
  await overlay(crm).waitFor(warning);
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  const unbooked = await kept(callmark, call, {
    classification: 'unbooked',
    lead: true,
    leadBasis: 'over-threshold-no-reasons',
  });
  expect(unbooked.talkMs).toBeGreaterThan(2_000);
  expect(unbooked.answeredAt).toBe(unbooked.connectedAt);
  await overlay(crm).waitFor('counts as a lead because no call reasons are set up');
  const options = callmark.context.waitForEvent('page');
  await overlay(crm).click('button', 'Set up call reasons');
  await expect((await options).getByRole('heading', { name: 'Call reasons' })).toBeVisible();
});

test('with call reasons the CSR is asked, and the reason decides: lead, no lead, changed, taken back', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 2);
  await startWithReasons(callmark);
  const first = await talking(callmark, crm, demo, MARIA);
  const second = await talking(callmark, crm, demo, STRANGER);
  await overlay(crm).waitFor(/Ongoing.*Ongoing/s);
  const pending = { classification: 'unbooked', lead: true, leadBasis: 'reason-pending' } as const;
  demo.act({ do: 'hangUp', call: first });
  await kept(callmark, first, pending);
  await overlay(crm).waitFor('Why was no job booked?');

  await overlay(crm).click('radio', /Price shopping/);
  await kept(callmark, first, { ...pending, leadBasis: 'reason', reason: { id: 'price-shopping' } });
  await overlay(crm).waitFor('reason: Price shopping');
  await overlay(crm).click('button', 'Take the reason back');
  await kept(callmark, first, { ...pending, reason: null });

  demo.act({ do: 'hangUp', call: second });
  await kept(callmark, second, pending);
  // A click puts the focus in; from then on the keys count, for the card that has it.
  await overlay(crm).click('radio', /Vendor or sales call.*/);
  const given = { reason: { id: 'vendor', name: 'Vendor or sales call', isLead: false } } as const;
  await kept(callmark, first, { ...given, classification: 'not-lead', lead: false, leadBasis: 'reason' });
  await kept(callmark, second, { ...pending, reason: null });
});

test('a job booked before the end makes the call booked, one after the end flags it', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 2);
  const call = await talking(callmark, crm, demo, MARIA);
  const late = await talking(callmark, crm, demo, STRANGER);
  const job = await book(crm, call);
  await overlay(crm).waitFor(/Ongoing.*Ongoing/s);
  demo.act({ do: 'hangUp', call });
  demo.act({ do: 'hangUp', call: late });
  await kept(callmark, call, { classification: 'booked', lead: true, leadBasis: 'booked', facts: { job } });
  await overlay(crm).waitFor(new RegExp(`job ${job} booked`, 'i'));
  await kept(callmark, late, { classification: 'unbooked', review: null });
  await bubble(crm, late).getByTestId('bubble-book').click();
  await crm.getByTestId('booking-form').getByLabel('Customer').fill('Nia Osei');
  await crm.getByRole('button', { name: 'Save job' }).click();
  await kept(callmark, late, { classification: 'unbooked', review: 'booked-after-end', lead: true });
  const popup = await callmark.popup();
  await popup.getByRole('button', { name: 'Count as booked' }).click();
  await kept(callmark, late, { classification: 'booked', original: 'unbooked', leadBasis: 'manual' });
});

test('a call that another CSR takes is no abandoned call here, and an outbound one is never classified', async ({
  callmark,
  crm,
  demo,
}) => {
  const taken = await ringing(callmark, demo, MARIA);
  demo.act({ do: 'takenBy', call: taken, csr: 'Marcus Webb' });
  await kept(callmark, taken, { taken: true });

  const raced = await ringing(callmark, demo, STRANGER);
  demo.act({ do: 'loseNextClaimTo', csr: 'Marcus Webb' });
  await bubble(crm, raced).getByTestId('bubble-answer').click();
  await kept(callmark, raced, { taken: true });

  const outbound = demo.act({ do: 'dial', to: LEE, csr: 'Dana Ruiz' });
  if (!outbound) throw new Error('the demo gave no id');
  demo.act({ do: 'remoteAnswer', call: outbound });
  await kept(callmark, outbound, { direction: 'outbound', connectedAt: expect.any(Number) });

  for (const call of [taken, raced, outbound]) demo.act({ do: 'hangUp', call });
  for (const call of [taken, raced, outbound]) {
    await kept(callmark, call, {
      end: 'seen',
      classification: null,
      cause: null,
      followUp: null,
      lead: null,
    });
  }
  // Nothing but the mark that reasons are missing is left of the overlay.
  await expect.poll(() => overlay(crm).names('article')).toEqual([]);
});

test('of two calls at once the job goes to the one it is tied to, else to the one claimed last, else to none', async ({
  callmark,
  crm,
  demo,
}) => {
  const first = await talking(callmark, crm, demo, MARIA);
  const second = ring(demo, LEE);
  await answer(crm, second);
  await kept(callmark, second, { answeredAt: expect.any(Number) });
  const tied = await book(crm, first);
  await kept(callmark, first, { facts: { job: tied } });
  const untied = await bookOnDispatch(crm, 'Nia Osei');
  await kept(callmark, second, { facts: { job: untied } });
  await kept(callmark, first, { facts: { job: tied } });

  await bubble(crm, second).getByTestId('bubble-hold').click();
  await kept(callmark, second, { onHold: true });
  const notHeld = await bookOnDispatch(crm, 'Nia Osei');
  await kept(callmark, first, { facts: { job: notHeld } });

  await bubble(crm, first).getByTestId('bubble-hold').click();
  await kept(callmark, first, { onHold: true });
  const unmatched = await bookOnDispatch(crm, 'Nia Osei');
  const loose = () =>
    callmark.inExtension(
      () =>
        new Promise<{ job: string; csr: string }[]>((resolve, reject) => {
          const opened = indexedDB.open('callmark');
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const all = opened.result.transaction('bookings').objectStore('bookings').getAll();
            all.onerror = () => reject(all.error);
            all.onsuccess = () => {
              opened.result.close();
              resolve(all.result);
            };
          };
        }),
    );
  await expect.poll(loose).toMatchObject([{ job: unmatched, csr: 'Dana Ruiz' }]);
  for (const call of [first, second]) demo.act({ do: 'hangUp', call });
  await kept(callmark, first, { classification: 'excused', facts: { job: notHeld } });
  await kept(callmark, second, { classification: 'excused', facts: { job: untied } });
  await closeBubble(crm, first);
});
