/** What a person does on chrome://extensions. `page` shows it. */
import type { Page } from '@playwright/test';

/** The API of that page, as far as it is used here. */
interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
  updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
}

declare global {
  namespace chrome {
    const developerPrivate: DeveloperPrivate;
  }
}

/** Allows hosts on the extension's own page. */
export async function allowHosts(page: Page, id: string, patterns: string[]): Promise<void> {
  await page.evaluate(
    async ([extension, hosts]) => {
      for (const host of hosts) await chrome.developerPrivate.addHostPermission(extension, host);
    },
    [id, patterns] as const,
  );
}

/** Reloads the extension. Without developer mode, Chromium would switch an unpacked one off at that. */
export async function reload(page: Page, id: string): Promise<void> {
  await page.evaluate(async (extension) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.reload(extension, { failQuietly: false });
  }, id);
}
