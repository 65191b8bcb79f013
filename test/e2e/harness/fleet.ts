/** An administrator's policy, as a file where Chromium looks for it. */
import { accessSync, constants, existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of Debian's Chromium and of Chrome for Testing; each reads its own. */
const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed'];

/** Whether policies can be set here at all: it takes the rights of an administrator. */
export function mayAdminister(): boolean {
  return FOLDERS.every(isWritable);
}

/** What an administrator has set for one extension. Browsers that run take a change in within some seconds. */
export class Fleet {
  private readonly made: string[] = [];

  /** @param extension its id: nobody else's browser is touched. */
  constructor(private readonly extension: string) {}

  /** Sets the policy, instead of the one before. */
  set(policy: Record<string, unknown>): void {
    for (const folder of FOLDERS) {
      this.makeFolder(folder);
      const value = { '3rdparty': { extensions: { [this.extension]: policy } } };
      writeFileSync(this.file(folder), JSON.stringify(value, null, 2));
    }
  }

  /** Takes the policy away, and the folders that were made for it, unless others are in them by now. */
  clear(): void {
    for (const folder of FOLDERS) rmSync(this.file(folder), { force: true });
    for (const folder of this.made.splice(0).toReversed()) {
      try {
        rmdirSync(folder);
      } catch (error) {
        if (!['ENOTEMPTY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    }
  }

  private file(folder: string): string {
    return join(folder, `callmark-test-${this.extension}.json`);
  }

  private makeFolder(folder: string): void {
    if (existsSync(folder)) return;
    this.makeFolder(dirname(folder));
    mkdirSync(folder, { recursive: true });
    this.made.push(folder);
  }
}

function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return folder !== '/' && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
