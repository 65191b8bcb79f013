/** Further steps of what people do: at the overlay, in the popup, on the options page. */
import type { Page } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import { answer, bubble, ring } from '../desk.ts';
import type { Callmark } from '../harness/callmark.ts';
import { expect } from '../harness/test.ts';

/** What a kept call is expected to have in it; of objects a part is enough. */
export type Expected = { [K in keyof Call]?: unknown };

/** Waits until the call with this id of the CRM's is kept with all this in it, and gives it. */
export async function kept(callmark: Callmark, call: string, expected: Expected = {}): Promise<Call> {
  const find = async () => (await callmark.calls()).find(({ id }) => id.endsWith(`#${call}`)) ?? null;
  await expect
    .poll(find, { message: `${call} as it is kept`, intervals: [50, 100, 200] })
    .toMatchObject(expected);
  const found = await find();
  if (!found) throw new Error(`${call} is not kept`);
  return found;
}

/** Rings and waits until Callmark has it; gives the CRM's id. */
export async function ringing(callmark: Callmark, demo: Parameters<typeof ring>[0], from?: string) {
  const call = ring(demo, from);
  await kept(callmark, call);
  return call;
}

/** Rings, answers, and waits until Callmark has it answered; gives the CRM's id. */
export async function talking(
  callmark: Callmark,
  crm: Page,
  demo: Parameters<typeof ring>[0],
  from?: string,
): Promise<string> {
  const call = ring(demo, from);
  await answer(crm, call);
  await kept(callmark, call, { answeredAt: expect.any(Number) });
  return call;
}

/** Books from the dispatch board, tied to no call; gives the job's number. */
export async function bookOnDispatch(crm: Page, customer: string): Promise<string> {
  await crm.getByRole('link', { name: 'Dispatch' }).click();
  await crm.getByRole('main').getByRole('button', { name: 'Book a job' }).click();
  const form = crm.getByTestId('booking-form');
  await form.getByLabel('Customer').fill(customer);
  await form.getByRole('button', { name: 'Save job' }).click();
  await expect(form).toHaveCount(0);
  const number = await crm.getByTestId('booking-toast').last().getAttribute('data-job');
  if (!number) throw new Error('the CRM named no job');
  return number;
}

/** Closes the bubble of a call that has ended. */
export async function closeBubble(crm: Page, call: string): Promise<void> {
  await bubble(crm, call).getByTestId('bubble-close').click();
  await expect(bubble(crm, call)).toHaveCount(0);
}

/** Sets call reasons up by the starter set, in one click. */
export async function startWithReasons(callmark: Callmark): Promise<void> {
  const options = await callmark.options('reasons');
  await options.getByRole('button', { name: 'Start with a set for home services' }).click();
  await expect(options.getByRole('status').getByText('Saved')).toBeVisible();
  await options.close();
}

/** Sends the background a message as one of the extension's own pages does; throws what it refused. */
export async function send(callmark: Callmark, type: string, data?: unknown): Promise<unknown> {
  const answer = await callmark.inExtension(
    ([name, what]) =>
      chrome.runtime.sendMessage({ id: 1, type: name, timestamp: Date.now(), data: what }) as Promise<{
        res?: unknown;
        err?: { message: string };
      }>,
    [type, data] as const,
  );
  if (answer.err) throw new Error(answer.err.message);
  return answer.res;
}

/** The text of the toolbar badge. */
export function badge(callmark: Callmark): Promise<string> {
  return callmark.inExtension(() => chrome.action.getBadgeText({}));
}

/** The colour behind the badge's text, as `#rrggbb`. */
export function badgeColor(callmark: Callmark): Promise<string> {
  return callmark.inExtension(async () => {
    const rgb = (await chrome.action.getBadgeBackgroundColor({})).slice(0, 3);
    return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** A call of the past, as the demo CRM's page would have shown it. Times are epoch ms. */
export interface PastCall {
  id: string;
  from: string;
  name?: string;
  campaign?: string;
  at: number;
  /** Claimed and connected then; absent = never. */
  answeredAt?: number;
  /** Number of a job that was booked just before the end. */
  job?: string;
  endedAt: number;
}

/** Brings calls of the past in, through the door by which the page's own come. At most 200 at once. */
export async function past(callmark: Callmark, crm: Page, calls: PastCall[]): Promise<void> {
  const shown = (call: PastCall, state: string, stateSince: number) => {
    const { id, from, name, campaign } = call;
    const facts = { ...(name && { name }), ...(campaign && { campaign }) };
    return {
      screenId: `id:${id}`,
      id,
      from,
      ...facts,
      state,
      direction: 'inbound',
      since: call.at,
      stateSince,
    };
  };
  const first = Math.min(...calls.map(({ at }) => at));
  const last = Math.max(...calls.map(({ endedAt }) => endedAt));
  const talked = calls.flatMap((call) =>
    call.answeredAt === undefined ? [] : [{ call, answeredAt: call.answeredAt }],
  );
  const seen = [
    { kind: 'reading', at: first, calls: calls.map((call) => shown(call, 'ringing', call.at)) },
    ...talked.map(({ call, answeredAt }) => ({
      kind: 'gesture',
      is: 'claim',
      at: answeredAt,
      agent: 'Dana Ruiz',
      call: shown(call, 'ringing', call.at),
    })),
    {
      kind: 'reading',
      at: last,
      calls: calls.map((call) =>
        call.answeredAt === undefined
          ? shown(call, 'ringing', call.at)
          : shown(call, 'connected', call.answeredAt),
      ),
    },
    ...calls.flatMap(({ id, job, endedAt }) =>
      job ? [{ kind: 'booking', at: endedAt - 1, job, call: id }] : [],
    ),
    { kind: 'reading', at: last, calls: calls.map((call) => shown(call, 'ended', call.endedAt)) },
  ];
  await callmark.inContentScript(
    crm,
    async (all) => {
      const watcher = `past-${crypto.randomUUID()}`;
      for (const [n, one] of all.entries()) {
        const data = { watcher, seq: n + 1, profile: 'demo-crm', seen: one };
        const answer = await chrome.runtime.sendMessage({ id: n, type: 'observe', timestamp: one.at, data });
        if (answer?.res?.ack !== n + 1) throw new Error(`not kept: ${JSON.stringify(answer)}`);
      }
    },
    seen,
  );
}

/**
 * Sets the office's time zone to one in which it is now neither early nor late, so that "today" and "yesterday"
 * mean the same for the whole test; gives its name.
 */
export async function setOfficeZone(callmark: Callmark): Promise<string> {
  const hour = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(Date.now()));
  const zone = ['America/Chicago', 'Asia/Tokyo', 'Europe/Berlin'].find(
    (name) => hour(name) > 3 && hour(name) < 21,
  );
  if (!zone) throw new Error('it is night everywhere');
  const options = await callmark.options('rules');
  await options.getByLabel('Time zone of the office').selectOption(zone);
  await expect(options.getByRole('status').getByText('Saved')).toBeVisible();
  await options.close();
  return zone;
}
