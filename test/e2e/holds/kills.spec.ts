/**
 * A hundred times the browser is killed in the middle of writing and started again on the same profile. What was
 * acknowledged is counted out here, outside the browser; at the end every such event must be there.
 */
import type { Callmark } from '../harness/callmark.ts';
import { Cdp } from '../harness/cdp.ts';
import { expect, test } from '../harness/test.ts';

/** Two browsers side by side: half of the hundred each. */
const KILLS = 50;

for (const half of ['first', 'second']) {
  test(`of a hundred kills in the middle of writing the ${half} fifty lose no event`, async ({
    callmark,
    demo,
  }) => {
    test.setTimeout(280_000);
    await callmark.grant('http://127.0.0.1/*');
    await callmark.restart();
    await callmark.kill();

    const acknowledged: string[] = [];
    for (let life = 0; life < KILLS; life++) {
      // The kill comes at another moment each time: after the 2nd to the 8th event.
      acknowledged.push(...(await liveAndDie(callmark, `${demo.url}logo.svg`, life, 2 + (life % 7))));
    }

    await callmark.start();
    const lost = async () => {
      const calls = await callmark.calls();
      const kept = new Set(calls.flatMap((c) => c.events.map((e) => `${c.id.split('#')[1]} ${e.type}`)));
      return acknowledged.filter((event) => !kept.has(event));
    };
    await expect.poll(lost, { message: 'acknowledged events that are not kept' }).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 2);
    const { restored } = await callmark.inExtension(() => chrome.storage.local.get('restored'));
    const database = restored ? 'was lost and put back' : 'was never lost';
    console.log(
      `${KILLS} kills, ${acknowledged.length} acknowledged events, none lost; the database ${database}`,
    );
  });
}

/** One life of the browser: writes without pause until it dies. Gives the events that were acknowledged. */
async function liveAndDie(callmark: Callmark, url: string, life: number, after: number): Promise<string[]> {
  const events: string[] = [];
  const browser = await callmark.startBare(url);
  const cdp = await Cdp.connect(browser.devtools);
  await cdp.attachTo(url);
  const world = cdp.once('Runtime.executionContextCreated', ({ context }) =>
    (context as { origin: string }).origin.startsWith('chrome-extension://'),
  );
  const enough = new Promise<void>((resolve) => {
    cdp.on('Runtime.bindingCalled', ({ payload }) => {
      events.push(payload as string);
      if (events.length === after) resolve();
    });
  });
  await cdp.send('Runtime.enable');
  const { context } = (await world) as { context: { id: number } };
  await cdp.send('Runtime.addBinding', { name: 'kept', executionContextId: context.id });
  await cdp.send('Runtime.evaluate', { contextId: context.id, expression: `void (${write})(${life})` });
  await enough;
  await browser.kill();
  return events;
}

/** Runs in the content script's world: rings and ends one call after the other, as fast as they are acknowledged. */
async function write(life: number): Promise<void> {
  const { kept } = globalThis as unknown as { kept: (event: string) => void };
  const watcher = `kill-${life}-watcher`;
  const at = Date.now();
  let seq = 0;
  const say = async (id: string, state: string, event: string) => {
    seq += 1;
    const call = { screenId: id, id, state, direction: 'inbound', since: at + seq, stateSince: at + seq };
    const data = {
      watcher,
      seq,
      profile: 'demo-crm',
      seen: { kind: 'reading', at: at + seq, calls: [call] },
    };
    const answer = await chrome.runtime.sendMessage({ id: seq, type: 'observe', timestamp: at, data });
    if (answer?.res?.ack !== seq) throw new Error(`not kept: ${JSON.stringify(answer)}`);
    kept(`${id} ${event}`);
  };
  for (let n = 0; ; n++) {
    await say(`K-${life}-${n}`, 'ringing', 'rang');
    await say(`K-${life}-${n}`, 'ended', 'ended');
  }
}
