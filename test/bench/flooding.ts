/** Whether a page that has lost its measure draws as many frames with Callmark as without. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveDemo } from '../demo-crm/serve.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { compared, interleaved, type Measure } from './measure.ts';

const ROUNDS = 5;
const FLOOD_MS = 4_000;
const RULES = join(import.meta.dirname, '../pages/front-desk.profile.json');

/** What is done to `test/pages/floods.js`: first, and then for a while. */
const FLOODS = {
  'A page that changes 1,000 times a second': ['ring("(512) 555-0142")', `storm(${FLOOD_MS})`],
  'A call that flips 1,000 times a second': ['ring("(512) 555-0142")', `flip(${FLOOD_MS})`],
  'A page with 5,000 calls that changes so': ['ringMany(5000)', `storm(${FLOOD_MS})`],
} as const;

/** Takes the measures: ms from frame to frame. */
export async function measureFlooding(callmark: Callmark): Promise<Measure[]> {
  const demo = await serveDemo();
  try {
    const rules = JSON.parse(await readFile(RULES, 'utf8')) as object;
    const profile = { ...rules, id: 'bench-floods', matches: ['http://127.0.0.1/pages/floods.html?watched'] };
    await callmark.inExtension(async (data) => {
      const answer = await chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: 0, data });
      if (answer?.err) throw new Error(JSON.stringify(answer.err));
    }, profile);
    const measures: Measure[] = [];
    for (const [name, [first, then]] of Object.entries(FLOODS)) {
      const flood = async (url: string) => {
        const page = await callmark.open(url);
        await page.bringToFront();
        if (url.endsWith('watched')) await page.locator('callmark-overlay').waitFor({ state: 'attached' });
        await page.evaluate(first);
        const { ms, frames } = await page.evaluate<{ ms: number; frames: number }>(then);
        await page.close();
        return { frame: ms / frames };
      };
      const { watched, plain } = await interleaved(ROUNDS, {
        watched: () => flood(`${demo.origin}/pages/floods.html?watched`),
        plain: () => flood(`${demo.origin}/pages/floods.html?plain`),
      });
      measures.push(compared(`${name}: a frame ÷ without Callmark`, 'ms', watched.frame, plain.frame, 1.25));
    }
    return measures;
  } finally {
    await demo.close();
  }
}
