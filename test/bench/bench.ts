/**
 * Takes all measures on the shipped build and prints them: `node test/bench/bench.ts [--json FILE]`. A goal that
 * does not hold is said and no failure: this measures, it does not judge. For plain Node, so no `@/` at run time.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Callmark } from '../e2e/harness/callmark.ts';
import { keepDayOfCalls } from './day.ts';
import { makeEmptyExtension, measureFirstPaint } from './first-paint.ts';
import { measureFlooding } from './flooding.ts';
import type { Measure } from './measure.ts';
import { measureObserving, measureObservingLate, openWatcher } from './observing.ts';
import { json, table } from './report.ts';
import { measureSeeing } from './seeing.ts';
import { serveChurn } from './serve.ts';
import { measureSizes } from './sizes.ts';
import { measureWatching } from './watching.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const loadBefore = load();
const measures = [...(await measureSizes(BUILD)), ...(await measureInBrowser())];
console.log(`\n${table(measures)}`);
console.log(`On ${cpus().length} cores; load of the machine before ${loadBefore}, after ${load()}.`);
if (values.json !== undefined) await writeFile(values.json, json(measures));

async function measureInBrowser(): Promise<Measure[]> {
  const callmark = new Callmark();
  const empty = await makeEmptyExtension();
  const served = await serveChurn();
  try {
    await callmark.start(empty.folder);
    await callmark.grant('http://127.0.0.1/*');
    console.log('Observing …');
    const watcher = await openWatcher(callmark);
    const observing = await measureObserving(callmark, watcher);
    console.log('Keeping 1,000 calls of today …');
    await keepDayOfCalls(callmark);
    const late = await measureObservingLate(watcher);
    await watcher.close();
    console.log('Opening the popup …');
    const painting = await measureFirstPaint(callmark, empty);
    console.log('Watching a busy page, for some minutes …');
    const watching = await measureWatching(callmark, served);
    console.log('Flooding …');
    const flooding = await measureFlooding(callmark);
    console.log('Seeing calls change, for some minutes …');
    const seeing = await measureSeeing(callmark, served);
    return [...observing, ...late, ...painting, ...watching, ...flooding, ...seeing];
  } finally {
    await callmark.close();
    await empty.remove();
    await served.close();
  }
}

/** Of the last minute. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
