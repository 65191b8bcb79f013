/** A Chromium process that can be killed as a power cut would, and started again on the same profile folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A running Chromium. */
export interface ChromiumProcess {
  /** Where its DevTools listen, `ws://127.0.0.1:…`. */
  devtools: string;
  /** Resolves once it has ended, by itself or by a person who closed it. */
  ended: Promise<unknown>;
  /** Ends it and its children at once, without a chance to write anything; resolves once it is gone. */
  kill(): Promise<void>;
  /** Ends it as a person does: it writes what it still has to; resolves once it is gone. */
  quit(): Promise<void>;
}

/** What to start. */
export interface ChromiumOptions {
  /** Folder of the browser's profile. */
  profile: string;
  /** Folders of the unpacked extensions to load. */
  extensions: string[];
  /** What it opens first; an empty page by default. */
  url?: string;
  /** With a window, for a person to look at; without one by default. */
  window?: boolean;
  /** The X display for its window; the environment's by default. */
  display?: string | undefined;
  /** More of Chromium's own switches. */
  switches?: readonly string[];
}

/** Starts Chromium; resolves once DevTools listen. Throws what it said if it ended before. */
export async function startChromium({
  profile,
  extensions,
  url = 'about:blank',
  window = false,
  display = process.env.DISPLAY,
  switches = [],
}: ChromiumOptions): Promise<ChromiumProcess> {
  const child = spawn(
    process.env.CHROME_PATH ?? '/usr/bin/chromium',
    [
      ...(window ? [] : ['--headless=new']),
      // The sandbox does not start as root; only tests and demonstrations of our own pages run so.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--hide-crash-restore-bubble',
      '--lang=en-US',
      '--window-size=1280,800',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extensions.join(',')}`,
      `--load-extension=${extensions.join(',')}`,
      ...switches,
      url,
    ],
    // A process group of its own, so that its children go with it.
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANGUAGE: 'en_US', ...(display && { DISPLAY: display }) },
    },
  );
  const gone = once(child, 'close');
  // A test that is stopped in the middle of a start never gets to close what it started.
  const takeAlong = () => killGroup(child);
  process.once('exit', takeAlong);
  child.once('close', () => process.off('exit', takeAlong));
  return {
    devtools: await devtoolsOf(child),
    ended: gone,
    async kill() {
      killGroup(child);
      await gone;
    },
    async quit() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function devtoolsOf(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (!child.stderr) throw new Error('Chromium was started without its error output');
  for await (const line of createInterface(child.stderr)) {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1];
    if (address) {
      // Nobody reads on, and a full pipe would make it wait.
      child.stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`Chromium ended before it listened:\n${said.join('\n')}`);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}
