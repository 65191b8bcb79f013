/** Opens a browser with Callmark on the demo CRM, or on a CRM of one's own; without a display it plays a shift. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveDemo } from '../demo-crm/serve.ts';
import { Callmark } from '../e2e/harness/callmark.ts';
import { playShift } from './shift.ts';

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, url: { type: 'string' }, profile: { type: 'string' } },
});
const display = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
const window = !values.headless && display;

if (values.url && values.profile) await showOwn(values.url, values.profile);
else if (window) await showDemo();
else await playDemo();

async function showDemo(): Promise<void> {
  const demo = await serveDemo();
  const callmark = new Callmark({ window: true });
  await callmark.start();
  await callmark.grant('http://127.0.0.1/*');
  await callmark.open(demo.url);
  console.log(`The demo CRM is at ${demo.url}`);
  console.log('Ring in the phone simulator on the right. Close the browser to end.');
  await callmark.closed();
  await callmark.close();
  await demo.close();
}

async function playDemo(): Promise<void> {
  const demo = await serveDemo();
  const callmark = new Callmark();
  try {
    await callmark.start();
    await playShift(callmark, demo);
  } finally {
    await callmark.close();
    await demo.close();
  }
}

/** The browser's profile is kept from one time to the next, so that nobody has to sign in again each time. */
async function showOwn(url: string, file: string): Promise<void> {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const folder = join(import.meta.dirname, '../../.callmark', new URL(url).hostname);
  mkdirSync(folder, { recursive: true });
  const callmark = new Callmark({ profile: folder, window });
  await callmark.start();
  const saved = await callmark.inExtension(
    (data) => chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: Date.now(), data }),
    document,
  );
  if (saved?.err) {
    console.error(`${file} is not a valid profile:\n${saved.err.message}`);
    await callmark.kill();
    process.exit(1);
  }
  // Hosts are granted whole: the paths of a profile only say where reading begins.
  const hosts = (document as { matches: string[] }).matches.map((m) =>
    m.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*'),
  );
  await callmark.grant(...new Set(hosts));
  const page = await callmark.open(url);
  console.log(`Callmark reads ${page.url()} by ${file}. Close the browser to end.`);
  if (window) await callmark.closed();
  else {
    console.log('There is no display: calls are printed as they are classified; end it with Ctrl+C.');
    await printCalls(callmark);
  }
}

async function printCalls(callmark: Callmark): Promise<never> {
  const told = new Set<string>();
  for (;;) {
    for (const call of await callmark.calls()) {
      if (call.classification === null || told.has(call.id)) continue;
      told.add(call.id);
      console.log(`${new Date(call.startedAt).toISOString()}  ${call.classification}  ${call.id}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
