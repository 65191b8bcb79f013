/** How soon the popup paints, against an extension's page in which there is nothing. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Callmark, idOf } from '../e2e/harness/callmark.ts';
import { absolute, compared, interleaved, type Measure, median } from './measure.ts';

const ROUNDS = 15;
const LOADS_FOR_DATA = 7;

/** Another extension, with one page that has a word on it. */
export interface EmptyExtension {
  folder: string;
  page: string;
  remove(): Promise<void>;
}

/** Makes one in a temporary folder. */
export async function makeEmptyExtension(): Promise<EmptyExtension> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'callmark-bench-empty-')));
  const manifest = { manifest_version: 3, name: 'Empty', version: '1.0' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Hello</p></html>';
  await writeFile(join(folder, 'page.html'), page);
  return {
    folder,
    page: `chrome-extension://${idOf(folder)}/page.html`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Takes the measures of painting; the calls that the popup counts must be kept already. */
export async function measureFirstPaint(callmark: Callmark, empty: EmptyExtension): Promise<Measure[]> {
  const popup = callmark.url('popup.html');
  await opened(callmark, popup, firstPaint);
  await opened(callmark, empty.page, firstPaint);
  const { ours, theirs } = await interleaved(ROUNDS, {
    ours: async () => ({ ms: await opened(callmark, popup, firstPaint) }),
    theirs: async () => ({ ms: await opened(callmark, empty.page, firstPaint) }),
  });
  const complete: number[] = [];
  for (let i = 0; i < LOADS_FOR_DATA; i++) complete.push(await opened(callmark, popup, todayShown));
  return [
    compared('Popup, first paint ÷ empty extension page', 'ms', ours.ms, theirs.ms, 1.5),
    absolute('Popup, today’s 1,000 calls counted and shown', 'ms', median(complete), null),
  ];
}

/** Opens an address in a new tab and asks the page something. */
async function opened(callmark: Callmark, url: string, ask: () => Promise<number>): Promise<number> {
  const page: Page = await callmark.context.newPage();
  await page.bringToFront();
  await page.goto(url);
  const ms = await page.evaluate(ask);
  await page.close();
  return ms;
}

/** Runs in the page. @returns ms from the start of its load. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

/** Runs in the popup. @returns ms from the start of its load until today's numbers are on it. */
function todayShown(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.rate-number')) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}
