/** The set-up's answers where a Chromium is named that cannot be used. `CHROME_PATH` stands for the person. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const SET_UP = join(import.meta.dirname, 'set-up.mjs');
const folder = mkdtempSync(join(tmpdir(), 'callmark-set-up-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that says this version of itself. */
function browser(version: string, code = 0): string {
  const path = join(folder, version.replace(/\W+/g, '-'));
  writeFileSync(path, `#!/bin/sh\necho '${version}'\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

function setUpWith(path: string): { code: number | null; said: string } {
  const script = `import { setUp } from ${JSON.stringify(SET_UP)}; console.log((await setUp()).chromium);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, CHROME_PATH: path },
  });
  return { code: status, said: (stdout + stderr).trim() };
}

test.each(['Chromium 156.0.7950.0 built on Debian', 'Google Chrome for Testing 150.0.7800.1'])(
  '%s is taken',
  (version) => {
    const path = browser(version);
    expect(setUpWith(path)).toEqual({ code: 0, said: path });
  },
);

test.each([
  [
    "Google's branded Chrome is refused with the reason",
    'Google Chrome 156.0.7950.2',
    0,
    'ignores --load-extension',
  ],
  ['a Chromium that is too old is refused', 'Chromium 143.0.7499.1', 0, '144 or newer is needed'],
  ['a program that ends with an error is refused', 'Chromium 156.0.0.1', 1, 'does not start'],
  ['a program that is no browser is refused', 'bash, version 5', 0, 'does not start'],
])('%s', (_, version, ends, reason) => {
  const { code, said } = setUpWith(browser(version, ends));
  expect(code).toBe(1);
  expect(said).toContain(reason);
  expect(said.split('\n')).toHaveLength(1);
});

test('a path that leads nowhere is told', () => {
  const { code, said } = setUpWith(join(folder, 'nothing-here'));
  expect(code).toBe(1);
  expect(said).toContain('there is no such file');
});
