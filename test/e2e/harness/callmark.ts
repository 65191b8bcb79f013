/** Callmark, installed in a Chromium of its own: what a test does to it and sees of it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, expect, type Page } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import { evaluateInContentScript } from './content-world.ts';
import { evaluateIn, runningWorker } from './devtools.ts';
import { keptCalls } from './kept-calls.ts';
import { allowHosts, reload } from './manage.ts';
import { type ChromiumProcess, startChromium } from './process.ts';

/** The shipped build; never a special one. */
export const BUILD = join(import.meta.dirname, '../../../.output/chrome-mv3');

/** What there is only while the browser runs. */
interface Running {
  process: ChromiumProcess;
  context: BrowserContext;
  session: CDPSession;
}

/** One browser with the extension, on a profile folder of its own that outlives restarts. */
export class Callmark {
  /** Chromium makes an unpacked extension's id from the path of its folder. */
  readonly extensionId: string;
  private readonly build: string;
  private readonly profile: string;
  private readonly temporary: boolean;
  private readonly window: boolean;
  private readonly display: string | undefined;
  private readonly switches: readonly string[];
  private running: Running | null = null;
  private quiet: Page | null = null;

  /**
   * @param options.profile folder of the browser's profile; a new one that `close` removes by default.
   * @param options.window with a window, for a person to look at.
   * @param options.display the X display for that window; the environment's by default.
   * @param options.build folder of the built extension; a copy has an id of its own.
   * @param options.switches more of Chromium's own, such as a microphone that is none.
   */
  constructor(
    options: {
      profile?: string;
      window?: boolean;
      display?: string;
      build?: string;
      switches?: readonly string[];
    } = {},
  ) {
    this.profile = options.profile ?? mkdtempSync(join(tmpdir(), 'callmark-e2e-'));
    this.temporary = options.profile === undefined;
    this.window = options.window ?? false;
    this.display = options.display;
    this.build = realpathSync(options.build ?? BUILD);
    this.extensionId = idOf(this.build);
    this.switches = options.switches ?? [];
  }

  /**
   * Starts the browser, the first time or again after `kill`; resolves once the extension is loaded.
   * @param alsoLoad folders of other extensions to load beside it.
   */
  async start(...alsoLoad: string[]): Promise<void> {
    const extensions = [this.build, ...alsoLoad];
    const { profile, window, display, switches } = this;
    const process = await startChromium({ profile, extensions, window, display, switches });
    const browser = await chromium.connectOverCDP(process.devtools);
    const [context] = browser.contexts();
    if (!context) throw new Error('Chromium has no default context');
    this.running = { process, context, session: await browser.newBrowserCDPSession() };
    await expect.poll(() => this.workerTarget(), { message: 'the extension is loaded' }).not.toBeNull();
  }

  /** Only the browser, at an address, for a life that is not worth more; the caller ends it. */
  startBare(url: string): Promise<ChromiumProcess> {
    return startChromium({ profile: this.profile, extensions: [this.build], url });
  }

  /**
   * Ends the browser as a power cut would: SIGKILL to it and all its children. Chromium writes its preferences,
   * granted hosts among them, with a delay of ten seconds: `restart` first where they must outlive this.
   */
  async kill(): Promise<void> {
    await this.running?.process.kill();
    this.running = null;
    this.quiet = null;
  }

  /** Quits the browser as a person does and starts it again: what it kept for later is now on the disk. */
  async restart(...alsoLoad: string[]): Promise<void> {
    await this.now().process.quit();
    await this.kill();
    await this.start(...alsoLoad);
  }

  /** Ends the browser for good and removes what it left on the disk, unless the profile was given. */
  async close(): Promise<void> {
    await this.kill();
    if (this.temporary) rmSync(this.profile, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Resolves once a person has closed the browser. */
  async closed(): Promise<void> {
    await this.now().process.ended;
    this.running = null;
    this.quiet = null;
  }

  /** Everything that Playwright knows of the running browser. Throws while it does not run. */
  get context(): BrowserContext {
    return this.now().context;
  }

  /** Opens an address in a new tab. */
  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /**
   * Evaluates an expression in the popup as the browser shows it over a page; null while it is not open. Playwright
   * knows only the popup in a tab.
   */
  async inOpenPopup(expression: string): Promise<unknown> {
    const { targetInfos } = await this.now().session.send('Target.getTargets');
    const popup = targetInfos.find(({ url }) => url === this.url('popup.html'));
    return popup ? evaluateIn(this.now().process.devtools, popup.targetId, expression) : null;
  }

  /** The popup, in a tab. */
  popup(): Promise<Page> {
    return this.open(this.url('popup.html'));
  }

  /** The options page; `section` is the id of one of its sections. */
  options(section = ''): Promise<Page> {
    return this.open(this.url(`options.html${section && `#${section}`}`));
  }

  /** The address of a file of the extension. */
  url(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Runs a function in the background worker, which is started if it sleeps. */
  async worker<R>(run: () => R): Promise<Awaited<R>>;
  async worker<R, A>(run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  async worker(run: (argument: unknown) => unknown, argument?: unknown): Promise<unknown> {
    await this.serviceWorkers('start');
    const target = await this.workerTarget();
    if (!target) throw new Error('the worker does not start');
    return evaluateIn(this.now().process.devtools, target, `(${run})(${JSON.stringify(argument)})`);
  }

  /** Whether the background worker runs now. */
  async workerRuns(): Promise<boolean> {
    return (await this.workerTarget()) !== null;
  }

  /** Ends the background worker, as Chromium does after 30 idle seconds; resolves once it is gone. */
  async killWorker(): Promise<void> {
    await this.serviceWorkers('stop');
  }

  /** Reloads the extension, as its button on chrome://extensions and an update do. */
  async reloadExtension(): Promise<void> {
    const loadedAt = await this.worker(() => performance.timeOrigin);
    await this.managing((page) => reload(page, this.extensionId));
    await expect
      .poll(() => this.worker(() => performance.timeOrigin), { message: 'the extension is loaded again' })
      .not.toBe(loadedAt);
  }

  /**
   * Grants hosts as a person does: the extension asks while a click is fresh, and the answer is yes. Resolves
   * once the content script is registered for them.
   */
  async grant(...patterns: string[]): Promise<void> {
    await this.allow(...patterns);
    const { session, page } = await this.quietSession();
    const { result } = await session.send('Runtime.evaluate', {
      expression: `chrome.permissions.request(${JSON.stringify({ origins: patterns })})`,
      userGesture: true,
      awaitPromise: true,
    });
    if (result.value !== true) throw new Error(`not granted: ${result.description ?? result.value}`);
    const scripts = () => page.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    await expect.poll(async () => (await scripts()).length, { message: 'registered' }).toBeGreaterThan(0);
  }

  /**
   * From now on, asking for these hosts in a click on a page of the extension is answered with yes. Headless
   * Chromium shows no prompt, so the yes is given beforehand.
   */
  async allow(...patterns: string[]): Promise<void> {
    await this.managing((page) => allowHosts(page, this.extensionId, patterns));
  }

  /** All calls that the extension keeps, by start. */
  calls(): Promise<Call[]> {
    return this.inExtension(keptCalls);
  }

  /** Runs a function with the extension's rights, in a page of it in which nothing else runs. */
  async inExtension<R>(run: () => R): Promise<Awaited<R>>;
  async inExtension<R, A>(run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  async inExtension(run: (argument: unknown) => unknown, argument?: unknown): Promise<unknown> {
    return (await this.quietPage()).evaluate(run, argument);
  }

  /** Runs a function in the world of the page's content script, with the content script's rights. */
  async inContentScript<R>(page: Page, run: () => R): Promise<Awaited<R>>;
  async inContentScript<R, A>(page: Page, run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  async inContentScript(page: Page, run: (argument: unknown) => unknown, argument?: unknown) {
    const expression = `(${run})(${JSON.stringify(argument)})`;
    return evaluateInContentScript(page, this.extensionId, expression);
  }

  /** Sets the machine's clock back, as the page, its content script and the worker that runs now see it. */
  async setClockBack(page: Page, ms: number): Promise<void> {
    await page.evaluate(setBack, ms);
    await this.inContentScript(page, setBack, ms);
    await this.worker(setBack, ms);
  }

  private now(): Running {
    if (!this.running) throw new Error('the browser does not run');
    return this.running;
  }

  private workerTarget(): Promise<string | null> {
    return runningWorker(this.now().session, this.url(''));
  }

  private async serviceWorkers(what: 'start' | 'stop'): Promise<void> {
    const { session } = await this.quietSession();
    let stopped = false;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      stopped ||= versions.some(
        ({ scriptURL, status, runningStatus }) =>
          scriptURL.startsWith(this.url('')) && status === 'activated' && runningStatus === 'stopped',
      );
    });
    await session.send('ServiceWorker.enable');
    if (what === 'stop') await session.send('ServiceWorker.stopAllWorkers');
    else await session.send('ServiceWorker.startWorker', { scopeURL: this.url('') });
    // A page that has something to say may have woken the next worker before anybody looks.
    const done = async () =>
      what === 'start' ? await this.workerRuns() : stopped || !(await this.workerRuns());
    await expect.poll(done, { message: `the worker: ${what}`, intervals: [20, 50, 100] }).toBe(true);
    await session.detach();
  }

  private async quietSession(): Promise<{ session: CDPSession; page: Page }> {
    const page = await this.quietPage();
    return { session: await this.context.newCDPSession(page), page };
  }

  /**
   * The manifest, as a page: it has the extension's rights and runs no script of the extension. It stays open,
   * because a tab that is closed wakes the worker.
   */
  private async quietPage(): Promise<Page> {
    if (!this.quiet || this.quiet.isClosed()) this.quiet = await this.open(this.url('manifest.json'));
    return this.quiet;
  }

  private async managing(run: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.open(`chrome://extensions/?id=${this.extensionId}`);
    await run(page);
    await page.close();
  }
}

/** Runs in the browser. Monotonic clocks (`performance`) go on, as they do when a machine's clock is set. */
function setBack(ms: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: []) {
      super(...((given.length === 0 ? [Real.now() - ms] : given) as []));
    }
    static override now() {
      return Real.now() - ms;
    }
  } as DateConstructor;
}

/** The id that Chromium gives an unpacked extension. */
export function idOf(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
