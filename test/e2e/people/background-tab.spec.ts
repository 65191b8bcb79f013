/**
 * A CRM in a tab behind another one. Playwright keeps every page it is attached to awake and visible, so this
 * browser is driven by bare DevTools.
 */
import type { Call } from '@/lib/calls/call.ts';
import { ring, setThreshold } from '../desk.ts';
import { Cdp } from '../harness/cdp.ts';
import { keptCalls } from '../harness/kept-calls.ts';
import { expect, test } from '../harness/test.ts';

async function evaluate<R>(cdp: Cdp, expression: string): Promise<R> {
  const answer = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  return (answer.result as { value: R }).value;
}

test('a call in a tab behind another one ends at the right moment and is classified', async ({
  callmark,
  demo,
}) => {
  await callmark.grant('http://127.0.0.1/*');
  await setThreshold(callmark, 2);
  await callmark.restart();
  await callmark.kill();
  const browser = await callmark.startBare(demo.url);
  const whole = await Cdp.connect(browser.devtools);
  const crm = await Cdp.connect(browser.devtools);
  await crm.attachTo(demo.url);
  const store = await Cdp.connect(browser.devtools);
  await whole.send('Target.createTarget', { url: callmark.url('manifest.json'), background: true });
  await store.attachTo(callmark.url('manifest.json'));
  const only = async () => (await evaluate<Call[]>(store, `(${keptCalls})()`))[0] ?? null;

  await expect
    .poll(() => evaluate(crm, 'document.getElementById("phone-link")?.dataset.linked'))
    .toBe('true');
  const call = ring(demo);
  const middle = `(() => {
    const button = document.querySelector('[data-call-id="${call}"] [data-testid="bubble-answer"]');
    const box = button?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  })()`;
  await expect.poll(only).toMatchObject({ endedAt: null });
  const at = await evaluate<{ x: number; y: number }>(crm, middle);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await crm.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
  }
  await expect.poll(only).toMatchObject({ answeredAt: expect.any(Number) });
  const answeredAt = (await only())?.answeredAt ?? 0;

  await whole.send('Target.createTarget', { url: 'about:blank' });
  await expect.poll(() => evaluate(crm, 'document.visibilityState')).toBe('hidden');
  await expect.poll(() => Date.now() - answeredAt).toBeGreaterThan(2_500);
  demo.act({ do: 'hangUp', call });
  const hungUpAt = demo.exchange().calls[0]?.endedAt ?? 0;
  await expect.poll(only).toMatchObject({ classification: 'unbooked', end: 'seen' });
  const late = ((await only())?.endedAt ?? 0) - hungUpAt;
  expect(late).toBeGreaterThan(-50);
  expect(late).toBeLessThan(1_500);
  await browser.kill();
});
