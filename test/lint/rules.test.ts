/** Every house rule of biome.json, proven: a planted breach is refused with its sentence, clean code is not. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIOME = join(ROOT, 'node_modules/.bin/biome');

/** Folder of the file, a line that breaks a rule there, words of the sentence that refuses it. */
const BREACHES: [folder: string, line: string, sentence: string][] = [
  ['lib/calls', "import '@/lib/messaging.ts';", 'lib/calls imports nothing but itself'],
  ['lib/calls', "import '@/lib/calls/call.ts';", 'lib/calls imports nothing but itself'],
  ['lib/calls', "import '../messaging.ts';", 'lib/calls imports nothing but itself'],
  ['lib/calls', "import 'dexie';", 'lib/calls imports nothing but itself'],
  ['lib/calls', "import 'node:fs';", 'lib/calls imports nothing but itself'],
  ['lib/calls', 'export const x = Date.now();', 'times are arguments'],
  ['lib/calls', 'export const x = performance.now();', 'times are arguments'],
  ['lib/calls', 'export const x = Temporal.Now.instant();', 'times are arguments'],
  ['lib/calls', 'export const x = Math.random();', 'ids are arguments'],
  ['lib/calls', 'export const x = crypto.randomUUID();', 'ids are arguments'],
  ['lib/calls', 'setTimeout(f, 1);', 'it waits for nothing'],
  ['lib/calls', 'setInterval(f, 1);', 'it waits for nothing'],
  ['lib/calls', 'export const x = chrome.runtime;', 'it knows no browser'],
  ['lib/calls', 'export const x = browser.runtime;', 'it knows no browser'],
  ['lib/calls', 'export const x = indexedDB;', 'it knows no browser'],
  ['lib/calls', 'export const x = window;', 'it knows no browser'],
  ['lib/calls', 'export const x = document;', 'it knows no browser'],

  ['lib/crm', "import '@/lib/store/queries.ts';", 'lib/crm imports lib/calls and itself only'],
  ['lib/crm', "import '@/lib/messaging.ts';", 'lib/crm imports lib/calls and itself only'],
  ['lib/crm', "import 'valibot';", 'lib/crm imports lib/calls and itself only'],
  ['lib/crm', "import '../messaging.ts';", 'climbs up'],
  ['lib/crm', 'export const x = chrome.dom;', 'lib/crm gets what it needs as arguments'],
  ['lib/crm', 'export const x = browser.dom;', 'lib/crm gets what it needs as arguments'],
  ['lib/crm', 'export const x = indexedDB;', 'lib/crm gets what it needs as arguments'],

  ['lib/export', "import '@/lib/store/queries.ts';", 'lib/export imports lib/calls and papaparse only'],
  ['lib/export', "import 'dexie';", 'lib/export imports lib/calls and papaparse only'],
  ['lib/export', 'export const x = chrome.downloads;', 'lib/export gets what it needs as arguments'],

  ['lib/store', "import '@/components/text.ts';", 'lib never imports components or entrypoints'],
  ['lib/store', "import '@/entrypoints/background.ts';", 'lib never imports components or entrypoints'],
  ['lib/store', "import '../calls/call.ts';", 'climbs up'],
  ['lib/store', "import '../../components/text.ts';", 'climbs up'],
  ['lib/store', "export const x = import('../calls/call.ts');", 'climbs up'],

  ['components', "import '@/entrypoints/background.ts';", 'Nothing imports an entrypoint'],
  ['components', "import '../lib/messaging.ts';", 'climbs up'],
  ['components', "import '@/lib/store/queries.ts';", 'the store is read in components/store-hooks.ts alone'],
  ['components/popup', "import 'dexie';", 'the store is read in components/store-hooks.ts alone'],
  ['components/overlay', "import '@/lib/store/queries.ts';", "its IndexedDB would be the CRM's"],
  ['components/overlay', "import 'dexie';", "its IndexedDB would be the CRM's"],
  ['components/live', "import '@/lib/store/queries.ts';", "its IndexedDB would be the CRM's"],
  ['components/overlay', "import '@/components/store-hooks.ts';", "its IndexedDB would be the CRM's"],

  ['entrypoints', "import '../lib/messaging.ts';", 'climbs up'],
  ['entrypoints/crm', "import '../../lib/messaging.ts';", 'climbs up'],
  ['entrypoints/crm', "import '@/lib/store/queries.ts';", "its IndexedDB would be the CRM's"],
  ['entrypoints/crm', "import 'dexie';", "its IndexedDB would be the CRM's"],
  ['entrypoints/live', "import 'dexie';", "its IndexedDB would be the CRM's"],
  ['entrypoints', 'f();\n'.repeat(61), 'Maximum allowed is 60'],

  ['lib/store', "x.innerHTML = '<b>';", 'never becomes markup'],
  ['components', "x.outerHTML = '<b>';", 'never becomes markup'],
  ['entrypoints', "x.insertAdjacentHTML('beforeend', y);", 'never becomes markup'],
  ['components', "document.write('<b>');", 'never becomes markup'],
  ['components', 'export const X = () => <p dangerouslySetInnerHTML={y} />;', 'never becomes markup'],

  ['test/lib', "test.only('a', () => f());", "Don't focus the test"],
  ['test/lib', "describe.only('a', () => f());", "Don't focus the test"],
  ['test/lib', "test.skip('a', () => f());", "Don't disable tests"],
  ['test/e2e', "describe.skip('a', () => f());", "Don't disable tests"],
  ['test/e2e', 'await page.waitForTimeout(1000);', 'waitForTimeout'],
  ['lib/store', 'try { f(); } catch {}', 'drops an error'],
  ['test/e2e', 'try { f(); } catch (_error) {\n  // It may be gone.\n}', 'drops an error'],
  ['components', 'f().catch(() => {});', 'drops an error'],
  ['components', 'f().catch(() => undefined);', 'drops an error'],
  ['components', 'f().catch((_error) => {});', 'drops an error'],
];

/** What the rooms may do, so that a rule does not hold by refusing everything. */
const CLEAN: [file: string, code: string][] = [
  ['lib/calls/fold.ts', "import './call.ts';\nexport const x = Math.max(1, 2);"],
  [
    'lib/crm/watch.ts',
    "import './read.ts';\nimport '@/lib/calls/seen.ts';\nexport const x = performance.now();",
  ],
  ['lib/crm/profiles/index.ts', "import './demo-crm.json';\nimport '@/lib/crm/profile.ts';"],
  ['lib/crm/validate.ts', "import 'valibot';\nimport './profile.ts';"],
  [
    'lib/export/csv.ts',
    "import 'papaparse';\nimport './columns.ts';\nimport '@/lib/calls/call.ts';\nexport const x = new Date(0);",
  ],
  ['lib/messaging.ts', "import '@webext-core/messaging';\nimport '@/lib/calls/call.ts';"],
  [
    'lib/store/queries.ts',
    "import 'dexie';\nimport '@/lib/calls/call.ts';\nexport const x = chrome.storage;",
  ],
  ['components/Button.tsx', "import './text.ts';\nimport '@/lib/messaging.ts';"],
  ['components/store-hooks.ts', "import 'dexie';\nimport '@/lib/store/queries.ts';"],
  ['components/popup/Popup.tsx', "import '@/components/store-hooks.ts';"],
  ['components/overlay/Overlay.tsx', "import '@/components/text.ts';\nimport '@/lib/messaging.ts';"],
  ['entrypoints/background.ts', `import '@/lib/store/queries.ts';\n${'f();\n'.repeat(59)}`],
  ['entrypoints/crm/index.ts', "import '@/lib/crm/watch.ts';\nimport '@/components/overlay/mount.tsx';"],
  [
    'test/lib/calls/fold.test.ts',
    "import '../../../lib/calls/fold.ts';\ntest('a sentence', f);\nx.innerHTML = '';",
  ],
  [
    'lib/store/journal.ts',
    'try { f(); } catch (error) { report(error); }\nf().catch(report);\nf().catch(() => null);',
  ],
];

let folder: string;
/** All that Biome said of each planted file. */
let said: Map<string, string>;

const breachFile = (i: number) => `${BREACHES[i]?.[0]}/breach-${i}.tsx`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'callmark-lint-'));
  for (const name of [
    'biome.json',
    '.gitignore',
    'test/lint/no-silent-catch.grit',
    'test/lint/no-markup.grit',
  ]) {
    cpSync(join(ROOT, name), join(folder, name));
  }
  for (const [i, [, line]] of BREACHES.entries()) plant(breachFile(i), line);
  for (const [file, code] of CLEAN) plant(file, code);
  said = lint();
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a breach is refused with its sentence', () => {
  test.each(
    BREACHES.map(([where, line, sentence], i) => ({ i, where, line: line.split('\n')[0], sentence })),
  )('$where: $line', ({ i, sentence }) => {
    expect(said.get(breachFile(i)) ?? '').toContain(sentence);
  });
});

describe('what is allowed passes', () => {
  test.each(CLEAN)('%s', (file) => {
    expect(said.get(file) ?? '').toBe('');
  });
});

function plant(file: string, code: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${code}\n`);
}

/** The report is read as people see it: the reason for a rule is in its notes, which no other form has. */
function lint(): Map<string, string> {
  const report = run(['lint', '--colors=off', '--max-diagnostics=none', '--diagnostic-level=error', '.']);
  const all = new Map<string, string>();
  // Each finding begins with the name of its file and ends where the next one does.
  for (const finding of report.split(/\n(?=\S.* ━)/)) {
    const file = finding.trim().split(/[: ]/, 1)[0] ?? '';
    all.set(file, (all.get(file) ?? '') + finding);
  }
  return all;
}

/** Biome exits with 1 where it found something, as it must here; its report is printed either way. */
function run(args: string[]): string {
  const { stdout, stderr } = spawnSync(BIOME, args, { cwd: folder, encoding: 'utf8' });
  return `${stdout}\n${stderr}`;
}
