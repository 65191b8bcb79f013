/** Opens a browser with Callmark on the demo CRM, or on a CRM of one's own; without a display it plays a shift. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { serveDemo } from '../demo-crm/serve.ts';
import { Callmark } from '../e2e/harness/callmark.ts';
import { openLive, panelOf } from '../e2e/harness/live.ts';
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

/** Says in a sentence what is wrong with a file that is none or holds no JSON, and ends. */
function readDocument(file: string): { id: string; matches: string[] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file} cannot be read as a profile: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** The browser's profile is kept from one time to the next, so that nobody has to sign in again each time. */
async function showOwn(url: string, file: string): Promise<void> {
  const document = readDocument(file);
  const folder = join(import.meta.dirname, '../../.callmark', new URL(url).hostname);
  mkdirSync(folder, { recursive: true });
  const callmark = new Callmark({ profile: folder, window });
  await callmark.start();
  const refused = await ask(callmark, 'saveProfile', document);
  if (refused) {
    console.error(`${file} is not a valid profile:\n${refused}`);
    await callmark.kill();
    process.exit(1);
  }
  // Hosts are granted whole: the paths of a profile only say where reading begins. One that knows its pages on
  // any host is given this one.
  const own = `${new URL(url).origin}/*`;
  const hosts = document.matches
    .filter((m) => !m.includes('://*/'))
    .map((m) => m.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*'));
  await callmark.inExtension(giveSite, { profile: document.id, site: own });
  await callmark.grant(...new Set([own, ...hosts]));
  const page = await callmark.open(url);
  const panel = await openLive(callmark, page, document.id);
  // A page that is loaded anew has lost it.
  page.on('load', () => void openLive(callmark, page, document.id));
  console.log(`Callmark reads ${page.url()} by ${file}. Close the browser to end.`);
  if (window) await callmark.closed();
  else {
    console.log(
      'There is no display: what is read is printed, and calls as they are classified; end it with Ctrl+C.',
    );
    console.log(await panel.locator('.status').textContent());
    await printAll(callmark, page);
  }
}

/** Runs in the extension: this profile reads the site, whatever it matches itself. */
async function giveSite({ profile, site }: { profile: string; site: string }): Promise<void> {
  const { sites } = await chrome.storage.local.get('sites');
  await chrome.storage.local.set({ sites: { ...(sites as object | undefined), [profile]: [site] } });
}

/** Asks the background as a page of the extension does; gives its refusal. */
async function ask(callmark: Callmark, type: string, data: unknown): Promise<string | null> {
  const answer = await callmark.inExtension(
    (asked) => chrome.runtime.sendMessage({ id: 1, timestamp: Date.now(), ...asked }),
    { type, data },
  );
  return answer?.err?.message ?? null;
}

async function printAll(callmark: Callmark, page: Page): Promise<never> {
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) console.log(line);
    told.add(line);
  };
  for (;;) {
    for (const line of await livesLines(page)) tell(line);
    for (const call of await callmark.calls()) {
      if (call.classification === null) continue;
      tell(`${new Date(call.startedAt).toISOString()}  ${call.classification}  ${call.id}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** What the live view has observed and ignored, oldest first; nothing while the page is being loaded. */
async function livesLines(page: Page): Promise<string[]> {
  const lines = panelOf(page)?.locator('.lines li');
  const texts = (await lines?.allInnerTexts()) ?? [];
  return texts.toReversed().map((line) => line.replace(/\s*\n\s*/g, '  '));
}
