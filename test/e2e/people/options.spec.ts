/** The office's settings as a manager makes them, and what open CRM tabs show of it at once. */
import { bubble, MARIA, setThreshold } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';
import { badge, kept, send, startWithReasons, talking } from './steps.ts';

const WARNING = 'No call reasons set up';

test('the starter set takes the warning away everywhere in one click', async ({ callmark, crm }) => {
  await overlay(crm).waitForRole('button', new RegExp(WARNING));
  await expect.poll(() => badge(callmark)).toBe('!');
  const popup = await callmark.popup();
  await expect(popup.getByText(WARNING)).toBeVisible();
  const options = await callmark.options('reasons');
  await expect(options.getByText(WARNING)).toBeVisible();
  await options.getByRole('button', { name: 'Start with a set for home services' }).click();
  await expect(options.getByText(WARNING)).toHaveCount(0);
  await expect(options.getByRole('list', { name: 'Call reasons' }).getByRole('listitem')).toHaveCount(11);
  await expect(popup.getByText(WARNING)).toHaveCount(0);
  await overlay(crm).gone();
  await expect.poll(() => badge(callmark)).toBe('');
});

test('reasons are added, renamed, sorted by keys and switched off, and no two have one name', async ({
  callmark,
}) => {
  const options = await callmark.options('reasons');
  const names = () =>
    callmark.inExtension(async () => {
      const { reasons } = (await chrome.storage.local.get('reasons')) as {
        reasons?: { name: string; isLead: boolean; active: boolean }[];
      };
      return (reasons ?? []).map((r) => `${r.name}${r.isLead ? ', lead' : ''}${r.active ? '' : ', off'}`);
    });
  const add = async (name: string) => {
    await options.getByLabel('New reason').fill(name);
    await options.keyboard.press('Enter');
  };
  await add('Price');
  await add(' price ');
  await expect(
    options.getByRole('alert').filter({ hasText: 'There is a reason named price already.' }),
  ).toBeVisible();
  await options.getByLabel('New reason').fill('');
  await options.getByRole('checkbox', { name: 'Counts as a lead', exact: true }).uncheck();
  await add('Spam');
  await expect.poll(names).toEqual(['Price, lead', 'Spam']);

  const price = options.getByLabel('Name of the reason Price');
  await price.fill('Spam');
  await price.press('Enter');
  await expect(
    options.getByRole('alert').filter({ hasText: 'There is a reason named Spam already.' }),
  ).toBeVisible();
  await price.fill('Too expensive');
  await price.press('Enter');
  await expect.poll(names).toEqual(['Too expensive, lead', 'Spam']);

  await options.getByRole('button', { name: 'Move Spam', exact: true }).focus();
  await options.keyboard.press('ArrowUp');
  await expect.poll(names).toEqual(['Spam', 'Too expensive, lead']);
  await options.keyboard.press('ArrowDown');
  await expect.poll(names).toEqual(['Too expensive, lead', 'Spam']);
  await expect(options.getByRole('button', { name: 'Move Spam', exact: true })).toBeFocused();

  await options.getByRole('switch', { name: 'Spam is offered to CSRs' }).click();
  await expect.poll(names).toEqual(['Too expensive, lead', 'Spam, off']);
  await options.getByRole('button', { name: 'Delete Spam' }).click();
  await expect.poll(names).toEqual(['Too expensive, lead']);
});

test('a reason that was ever given is not deleted, in the page or behind it, also where another was given since', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 1);
  await startWithReasons(callmark);
  const call = await talking(callmark, crm, demo, MARIA);
  await overlay(crm).waitFor('Ongoing');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  await overlay(crm).click('radio', /Other/);
  await kept(callmark, call, { reason: { id: 'other' } });
  await overlay(crm).click('button', 'Change');
  await overlay(crm).click('radio', /Spam/);
  await kept(callmark, call, { reason: { id: 'spam' } });

  const options = await callmark.options('reasons');
  for (const name of ['Other', 'Spam']) {
    const remove = options.getByRole('button', { name: `Delete ${name}` });
    await expect(remove).toHaveAttribute('aria-disabled', 'true');
    // It takes the focus and says why not, so it is not disabled outright.
    await remove.press('Enter');
    await expect(options.getByText(/Calls were given this reason, so it cannot be deleted/)).toBeVisible();
  }
  await options.getByRole('button', { name: 'Delete Job applicant' }).click();
  await expect(options.getByRole('list', { name: 'Call reasons' }).getByRole('listitem')).toHaveCount(10);
  await expect(send(callmark, 'saveReasons', [])).rejects.toThrow(
    /Other.*given to calls already; switch it off instead/,
  );
});

test('rules are kept as they are set, and nothing else is taken', async ({ callmark }) => {
  const options = await callmark.options('rules');
  const threshold = options.getByLabel('Threshold', { exact: true });
  await threshold.fill('0');
  await threshold.press('Enter');
  await expect(options.getByText('Give a whole number from 1 to 600.')).toBeVisible();
  await threshold.fill('45');
  await threshold.press('Enter');
  await options.getByLabel('Wrap-up time').fill('90');
  await options.getByLabel('The call is booked').check();
  await options.getByRole('switch', { name: 'Leave out short abandoned calls' }).click();
  await options.getByLabel('Callback target').fill('15');
  await options.keyboard.press('Enter');
  await options.getByLabel('Time zone of the office').selectOption('America/Chicago');
  const settings = () =>
    callmark.inExtension(async () => (await chrome.storage.local.get('settings')).settings);
  const set = {
    thresholdMs: 45_000,
    wrapUpMs: 90_000,
    bookedUnderThreshold: 'booked',
    shortAbandonMs: 5_000,
    callbackTargetMs: 900_000,
    coldMs: 86_400_000,
    timeZone: 'America/Chicago',
  };
  await expect.poll(settings).toEqual(set);
  await options.reload();
  await expect(threshold).toHaveValue('45');
  await expect(options.getByLabel('Time zone of the office')).toHaveValue('America/Chicago');
  for (const bad of [{ thresholdMs: -1 }, { timeZone: 'Mars/Olympus' }, { extra: 1 }]) {
    await expect(send(callmark, 'saveSettings', { ...set, ...bad })).rejects.toThrow(/Refused/);
  }
  expect(await settings()).toEqual(set);
});
