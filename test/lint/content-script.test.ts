/** What runs in a CRM's tab, with all that it imports: the linter sees one file at a time, this sees them all. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Imports that are there at run time: `import type` and `export type` leave nothing behind. */
const IMPORT = /(?:^|\n)(?:import|export)(?!\s+type\b)[^'"`;]*?from\s*'([^']+)'|import\s*\(?\s*'([^']+)'/g;

/** Every file and package that a file imports, however far, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!existsSync(join(ROOT, file)) || !/\.tsx?$/.test(file)) return seen;
  for (const [, from, bare] of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)) {
    const name = (from ?? bare ?? '').replace(/\?.*$/, '');
    if (name.startsWith('./')) reach(relative(ROOT, join(ROOT, dirname(file), name)), seen);
    else reach(name.replace(/^@\//, ''), seen);
  }
  return seen;
}

const content = [...reach('entrypoints/crm/index.ts')];

test('the walk reaches the watcher and the overlay', () => {
  expect(content).toEqual(
    expect.arrayContaining([
      'lib/crm/watch.ts',
      'lib/crm/read.ts',
      'components/overlay/Overlay.tsx',
      'preact',
    ]),
  );
});

test('nothing that the content script imports, however far, touches the store or checks profiles', () => {
  const forbidden =
    /^lib\/(?:store|worker)\/|^components\/store-hooks|^dexie$|^valibot$|^papaparse$|^lib\/crm\/validate/;
  expect(content.filter((file) => forbidden.test(file))).toEqual([]);
});

test('every file that it imports is there', () => {
  const files = content.filter((file) => /\.\w+$/.test(file));
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
