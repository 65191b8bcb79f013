/** Makes the table of the products' scenarios: `test-results/products.md`, and on the console. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { products } from './index.ts';
import type { Scenario } from './product.ts';
import { hasTable, NOT_PLAYED, productsTable, type Results } from './table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILE = 'products.spec.ts';

/** Silent where no product was played. */
export default class ProductsReporter implements Reporter {
  private readonly results: Results = {};

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (!test.location.file.endsWith(FILE)) return;
    const [scenario, product] = test.titlePath().reverse() as [Scenario, string];
    const went = status === 'passed' ? 'pass' : 'fail';
    this.results[product] = { ...this.results[product], [scenario]: went };
  }

  /** A run in which all was played fails where the README shows another table. */
  async onEnd(): Promise<{ status: 'failed' } | undefined> {
    if (Object.keys(this.results).length === 0) return undefined;
    const table = productsTable(products, this.results, nameOf);
    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    writeFileSync(join(ROOT, 'test-results/products.md'), `${table}\n`);
    console.log(`\n${table}\n`);
    if (table.includes(NOT_PLAYED)) return undefined;
    if (hasTable(readFileSync(join(ROOT, 'README.md'), 'utf8'), table)) return undefined;
    console.error('README.md has another table of the products: put this one there.\n');
    return { status: 'failed' };
  }

  printsToStdio(): boolean {
    return false;
  }
}

function nameOf(id: string): string {
  const file = join(ROOT, `lib/crm/profiles/${id}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { name: string }).name;
}
