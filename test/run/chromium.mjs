/**
 * Finds a Chromium that takes `--load-extension`, or gets one. Google's branded Chrome ignores that switch
 * since version 137; Chromium and Chrome for Testing take it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Problem, ROOT, run } from './run.mjs';
import { installBySystem, onPath } from './system.mjs';

/** What the package managers call it. */
const CHROMIUM = { 'apt-get': ['chromium'], dnf: ['chromium'], pacman: ['chromium'], apk: ['chromium'] };

/** As in the manifest: Temporal is in Chrome since then. */
const OLDEST = 144;

/** The path of a Chromium that works. Throws a Problem, in one sentence, where there is none. */
export async function findChromium() {
  if (process.env.CHROME_PATH) return fromPerson(process.env.CHROME_PATH);
  return (
    (await firstUsable()) ??
    (await fromPlaywright()) ??
    (await fromSystem()) ??
    Promise.reject(
      new Problem(
        `No Chromium was found and none could be installed: install Chromium ${OLDEST} or newer, or set CHROME_PATH to one.`,
      ),
    )
  );
}

async function fromPerson(path) {
  const problem = await whatIsWrong(path);
  if (problem) throw new Problem(`CHROME_PATH is ${path}, but ${problem}.`);
  return path;
}

async function fromPlaywright() {
  console.log("No Chromium found: getting Playwright's …");
  const playwright = join(ROOT, 'node_modules/.bin/playwright');
  await run(playwright, ['install', 'chromium', '--no-shell'], { seconds: 180 });
  return firstUsable();
}

async function fromSystem() {
  await installBySystem('Chromium', CHROMIUM);
  return firstUsable();
}

async function firstUsable() {
  for (const path of knownPlaces()) {
    if (existsSync(path) && !(await whatIsWrong(path))) return path;
  }
  return null;
}

/** Why this program cannot be used, as the rest of a sentence; null if it can. */
async function whatIsWrong(path) {
  if (!existsSync(path)) return 'there is no such file';
  const { code, output } = await run(path, ['--version'], { seconds: 20 });
  const version = /^(.*?)\s*(\d+)\.\d+\.\d+/m.exec(output);
  if (code !== 0 || !version) return 'it does not start';
  const [, name, major] = version;
  if (/Google Chrome(?! for Testing)/.test(name)) {
    return "it is Google's branded Chrome, which ignores --load-extension: take Chromium or Chrome for Testing";
  }
  return Number(major) < OLDEST ? `it is version ${major}, and ${OLDEST} or newer is needed` : null;
}

function knownPlaces() {
  return [
    ...['chromium', 'chromium-browser', 'chrome-for-testing'].map(onPath).filter(Boolean),
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ...playwrightPlaces(),
  ];
}

/** What Playwright may have downloaded, newest first. Its headless shell takes no extensions. */
function playwrightPlaces() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    ...['chrome-mac-arm64', 'chrome-mac-x64'].map(
      (folder) => `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
  ];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((path) => join(cache, name, path)));
}
