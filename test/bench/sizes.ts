/** What the build weighs, compressed as a store would send it. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { absolute, type Measure } from './measure.ts';

/** Takes the sizes of the build in `folder`; a kB is 1,000 bytes. */
export async function measureSizes(folder: string): Promise<Measure[]> {
  return [
    absolute('Content script with overlay, gzip -9', 'kB', await zipped(folder, 'crm.js'), 25),
    absolute('Background with what it imports, gzip -9', 'kB', await zipped(folder, 'background.js'), 60),
  ];
}

/** kB of a script and, once each, of all that it imports statically, every file compressed by itself. */
async function zipped(folder: string, script: string): Promise<number> {
  const waiting = [script];
  const sizes = new Map<string, number>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (sizes.has(file)) continue;
    const code = await readFile(join(folder, file));
    sizes.set(file, gzipSync(code, { level: 9 }).length / 1000);
    const at = dirname(file);
    waiting.push(...staticImports(code.toString()).map((path) => join(at, path)));
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** The relative paths that a built module imports statically (`import … from"./x.js"`, `import"./x.js"`). */
export function staticImports(code: string): string[] {
  return [...code.matchAll(/\b(?:import|export)\b(?:[\w\s{},*$]*\bfrom)?\s*["'](\.[^"']+\.js)["']/g)].map(
    ([, path]) => path as string,
  );
}
