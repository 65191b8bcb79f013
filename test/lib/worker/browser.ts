/** The browser's extension API in memory, as far as CRMs need it: what was granted, which scripts are registered. */
import { freshStorage } from '../store/storage.ts';

/** A registered content script. */
export interface Script {
  id: string;
  matches: string[];
  allFrames: boolean;
}

/** What a test sets and sees. */
export interface Browser {
  storage: ReturnType<typeof freshStorage>;
  granted: string[];
  scripts: Script[];
  /** Open tabs. */
  tabs: { id: number; url: string }[];
}

/** Gives the code under test a browser, fresh. */
export function freshBrowser(): Browser {
  const browser: Browser = { storage: freshStorage(), granted: [], scripts: [], tabs: [] };
  const byId = (ids: string[]) => (script: Script) => ids.includes(script.id);
  Object.assign((globalThis as unknown as { chrome: object }).chrome, {
    runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` },
    permissions: {
      getAll: async () => ({ origins: browser.granted }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((one) => browser.granted.includes(one)),
      remove: async ({ origins }: { origins: string[] }) => {
        browser.granted = browser.granted.filter((one) => !origins.includes(one));
      },
    },
    tabs: { query: async ({ url }: { url?: string[] }) => (url ? browser.tabs : []) },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => browser.scripts.filter(byId(ids)),
      registerContentScripts: async ([script]: [Script]) => {
        browser.scripts.push(script);
      },
      updateContentScripts: async ([script]: [Script]) => {
        browser.scripts = browser.scripts.map((one) => (one.id === script.id ? script : one));
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        browser.scripts = browser.scripts.filter((one) => !byId(ids)(one));
      },
      executeScript: async () => [],
    },
  });
  return browser;
}
