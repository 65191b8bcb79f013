/** The page, another extension or the disk is against us. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, bubble, onlyCall, ring, times } from '../desk.ts';
import { idOf } from '../harness/callmark.ts';
import { expect, overlay, test } from '../harness/test.ts';

test('a synthetic click by page script is not a claim', async ({ callmark, crm, demo }) => {
  const call = ring(demo);
  await overlay(crm).waitFor('Ringing');
  await crm.evaluate((id) => {
    const button = document.querySelector(`[data-call-id="${id}"] [data-testid="bubble-answer"]`);
    (button as HTMLElement).click();
  }, call);
  await expect(bubble(crm, call)).toHaveAttribute('data-state', 'connected');
  await expect.poll(async () => (await callmark.calls())[0]?.connectedAt ?? null).not.toBeNull();
  demo.act({ do: 'hangUp', call });
  const kept = await onlyCall(callmark, { classification: 'abandoned', cause: 'not-claimed' });
  expect(times(kept, 'claimed')).toBe(0);
});

test('a malformed message is refused, logged once, and without a number', async ({ callmark, crm, demo }) => {
  ring(demo);
  await overlay(crm).waitFor('Ringing');
  await callmark.worker(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    console.warn = (line: string) => said.push(line);
  });
  const answers = await callmark.inContentScript(crm, async () => {
    const send = (data: unknown) =>
      chrome.runtime.sendMessage({ id: 1, type: 'observe', timestamp: 1, data }) as Promise<{
        err?: { message: string };
      }>;
    const bad = {
      watcher: 'x'.repeat(16),
      seq: 1,
      profile: 'demo-crm',
      seen: { kind: 'reading', at: 1, calls: [{ from: '+15125550142' }] },
    };
    return [await send(bad), await send(bad), await send('nonsense')].map((a) => a.err?.message);
  });
  expect(answers).toEqual([
    expect.stringMatching(/^Refused: a malformed observation \(at seen\.calls\.0/),
    expect.stringMatching(/^Refused: a malformed observation \(at seen\.calls\.0/),
    'Refused: a malformed observation.',
  ]);
  const said = await callmark.worker(() => (globalThis as unknown as { said: string[] }).said);
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain('555');
  await onlyCall(callmark, { classification: null });
});

test('what only our own pages may say is refused from a page that is read', async ({
  callmark,
  crm,
  demo,
}) => {
  ring(demo);
  await overlay(crm).waitFor('Ringing');
  const answers = await callmark.inContentScript(crm, async () => {
    const send = (type: string, data: unknown) =>
      chrome.runtime.sendMessage({ id: 1, type, timestamp: 1, data }) as Promise<{
        err?: { message: string };
      }>;
    return [
      await send('saveReasons', []),
      await send('followUp', { call: 'x', as: 'dismissed' }),
      await send('saveProfile', {}),
      await send('giveReason', { id: crypto.randomUUID(), call: 'x', reason: null }),
    ].map((a) => a.err?.message ?? 'answered');
  });
  for (const message of answers) expect(message).toMatch(/^Refused/);
});

test('a page cannot speak to the extension at all', async ({ callmark, crm }) => {
  const reached = await crm.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome?: { runtime?: { sendMessage?: (id: string, m: object) => unknown } };
    };
    return Boolean(chrome?.runtime?.sendMessage) && id.length > 0;
  }, callmark.extensionId);
  expect(reached).toBe(false);
});

test('another extension cannot either', async ({ callmark, demo }) => {
  const folder = mkdtempSync(join(tmpdir(), 'callmark-foreign-'));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Foreign', version: '1' }),
  );
  await callmark.restart(folder);
  const foreign = await callmark.open(`chrome-extension://${idOf(folder)}/manifest.json`);
  const answer = await foreign.evaluate(
    (id) =>
      chrome.runtime.sendMessage(id, { id: 1, type: 'crms', timestamp: 1 }).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    callmark.extensionId,
  );
  expect(answer).toMatch(/Could not establish connection/);
  expect(demo.url).toMatch(/127/);
  rmSync(folder, { recursive: true });
});

test('a page that removes the overlay gets it back, and its styles do not reach it', async ({
  crm,
  demo,
}) => {
  ring(demo);
  await overlay(crm).waitFor('Ringing');
  await crm.addStyleTag({
    content:
      'html > *:not(body) { display: none !important; opacity: 0 !important; transform: scale(0) !important; position: static !important }',
  });
  await crm.evaluate(() => document.querySelector('callmark-overlay')?.remove());
  await overlay(crm).waitFor('Ringing');
  expect(await overlay(crm).box()).not.toBeNull();
});

test('storage full: the person is told, what was there stays, and nothing seen meanwhile is lost', async ({
  callmark,
  crm,
  demo,
}) => {
  const first = ring(demo);
  await answer(crm, first);
  await overlay(crm).waitFor('Answered');
  demo.act({ do: 'hangUp', call: first });
  await onlyCall(callmark, { classification: 'excused' });
  await callmark.worker(() => {
    const fail = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
    Object.assign(globalThis, { realSet: chrome.storage.local.set });
    chrome.storage.local.set = fail;
  });
  const second = ring(demo, '+17375550119');
  await overlay(crm).waitFor(/storage|disk|full/i);
  await expect(bubble(crm, second)).toBeVisible();
  expect(await callmark.calls()).toHaveLength(1);
  await callmark.worker(() => {
    chrome.storage.local.set = (
      globalThis as unknown as { realSet: typeof chrome.storage.local.set }
    ).realSet;
  });
  await answer(crm, second);
  await overlay(crm).waitFor('Answered');
  demo.act({ do: 'hangUp', call: second });
  await expect
    .poll(async () => (await callmark.calls()).map((c) => c.classification))
    .toEqual(['excused', 'excused']);
});
