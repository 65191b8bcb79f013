/** Programs of the system: which there are, and getting more of them by its package manager. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** What each package manager is asked, before the names of packages; the last step takes them. */
const MANAGERS = {
  'apt-get': [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends'],
  ],
  dnf: [['install', '-y', '-q']],
  pacman: [['-Sy', '--noconfirm']],
  apk: [['add', '--quiet']],
};

/**
 * Installs packages where this process may do so without asking anybody; where it may not, it does nothing. Whether
 * it worked is for the caller to see.
 * @param {string} what for people.
 * @param {Record<string, string[]>} packages their names by package manager.
 */
export async function installBySystem(what, packages) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && (await run('sudo', ['-n', 'true'])).code !== 0) return;
  const manager = Object.keys(packages).find(onPath);
  if (!manager) return;
  console.log(`Installing ${what} by ${manager} …`);
  const steps = MANAGERS[manager];
  for (const [n, step] of steps.entries()) {
    const names = n === steps.length - 1 ? packages[manager] : [];
    const [program, ...args] = [...asRoot, manager, ...step, ...names];
    await run(program, args, { seconds: 300 });
  }
}

/** @returns {string | undefined} where the program is; none where it is not in the path. */
export function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
