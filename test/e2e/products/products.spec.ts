/**
 * Every product's page, read by its built-in profile in a real Chromium, while a CSR works on it by real clicks.
 * `reporter.ts` makes the table of it.
 */
import { expect, test } from '@playwright/test';
import { DEFAULT_SETTINGS } from '@/lib/store/config.ts';
import { type Demo, serveDemo } from '@/test/demo-crm/serve.ts';
import { Callmark } from '../harness/callmark.ts';
import { send } from '../people/steps.ts';
import { readByBuiltIn } from './built-in.ts';
import { products } from './index.ts';
import { SCENARIOS } from './product.ts';
import { scenarios, THRESHOLD_MS } from './scenarios.ts';
import { Shift } from './shift.ts';

for (const product of products) {
  test.describe(product.id, () => {
    // One browser plays all scenarios of a product, one after the other, as one CSR would have them in a day.
    test.describe.configure({ mode: 'default' });
    let callmark: Callmark;
    let demo: Demo;

    test.beforeAll(async () => {
      demo = await serveDemo();
      callmark = new Callmark();
      await callmark.start();
      await readByBuiltIn(callmark, product);
    });

    test.afterAll(async () => {
      await callmark?.close();
      await demo?.close();
    });

    for (const scenario of SCENARIOS) {
      if (product.cannot[scenario] !== undefined) continue;
      test(scenario, async () => {
        const thresholdMs = scenario === 'short' ? DEFAULT_SETTINGS.thresholdMs : THRESHOLD_MS;
        await send(callmark, 'saveSettings', { ...DEFAULT_SETTINGS, thresholdMs });
        const shift = await Shift.begin(
          callmark,
          product,
          `${demo.origin}/pages/products/${product.id}.html`,
        );
        expect(await shift.calls(), 'calls before anybody rang').toEqual([]);
        await scenarios[scenario](shift);
        await shift.close();
      });
    }
  });
}
