/** The packages of package-lock.json: whether they are installed, and their installation. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, ROOT, run } from './run.mjs';

/** Installs the packages where one is missing or of another version. Throws a Problem where it cannot. */
export async function installPackages() {
  if (upToDate()) return;
  console.log('Installing packages …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const { code, output } = await run('npm', args, { seconds: 600 });
  if (code === 0 && upToDate()) return;
  if (/ENOENT/.test(output) && code === null) {
    throw new Problem('npm is missing: install Node.js with npm, then run this again.');
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED/.test(output)) {
    throw new Problem(
      'npm cannot reach the package registry: check the network or the proxy, then run this again.',
    );
  }
  throw new Problem(`npm could not install the packages:\n${output.trim()}`);
}

/** True if each package of the lock file is there in its version, and so is the project's own Node. */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed || !existsSync(join(ROOT, 'node_modules/.bin/node'))) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(
    // Optional ones are for other systems; the empty path is the project itself.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function packagesOf(lockFile) {
  const file = join(ROOT, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}
