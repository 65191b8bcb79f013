import { describe, expect, it } from 'vitest';
import type { Product, Scenario } from './product.ts';
import { hasTable, productsTable, tableIn } from './table.ts';

const acme: Product = {
  id: 'acme',
  showsName: true,
  namesJob: true,
  cannot: { rejected: 'no such control', lingering: 'goes with the call' },
  minimise: async () => undefined,
};
const bolt: Product = { ...acme, id: 'bolt', cannot: { rejected: 'no such control' } };
const table = productsTable([acme, bolt], { acme: { short: 'pass', booked: 'fail' } }, (id) =>
  id.toUpperCase(),
);
const row = (name: string, document = table) =>
  document.split('\n').find((line) => line.startsWith(`| ${name} |`));
const cellOf = (name: string, scenario: Scenario) => {
  const heads = table.split('\n')[0]?.split(' | ') ?? [];
  return row(name)?.split(' | ')[heads.findIndex((head) => head.trim() === scenario)];
};

describe('the table of products and scenarios', () => {
  it('says of each scenario how it went, and of one that was not played that it was not', () => {
    expect(cellOf('ACME', 'short')).toBe('pass');
    expect(cellOf('ACME', 'booked')).toBe('fail');
    expect(cellOf('ACME', 'unbooked')).toBe('not played');
  });

  it('gives each reason why a scenario cannot be once, as a note', () => {
    expect(cellOf('ACME', 'rejected')).toBe('–<sup>1</sup>');
    expect(cellOf('BOLT', 'rejected')).toBe('–<sup>1</sup>');
    expect(table.split('\n').slice(-2)).toEqual(['1. no such control', '2. goes with the call']);
  });

  it('says where there is nothing to minimise, so that noise alone was played', () => {
    const { minimise: _, ...dent } = { ...acme, id: 'dent', cannot: {} };
    const table = productsTable([dent], { dent: { 'noise, minimised': 'pass' } }, (id) => id);
    expect(table).toContain('| pass<sup>1</sup> |');
    expect(table).toContain('1. noise alone: nothing to minimise there');
  });

  it('says where a job is told after the end only', () => {
    const cord: Product = { ...acme, id: 'cord', books: 'after the end', cannot: {} };
    const table = productsTable([cord], { cord: { booked: 'pass', short: 'pass' } }, (id) => id);
    expect(table).toContain('| pass<sup>1</sup> |');
    expect(table).toContain('1. the job is told after the end: marked for review, one click from booked');
  });

  it('is found in a document between its marks, however its columns are padded', () => {
    const padded = table.replaceAll(' | ', '   |  ').replaceAll('---', '------');
    const document = `# Readme\n\n<!-- products -->\n\n${padded}\n\n<!-- /products -->\n`;
    expect(tableIn(document)).toBe(padded);
    expect(hasTable(document, table)).toBe(true);
  });

  it('is not taken for one that differs in a cell, nor found where the marks are missing', () => {
    const other = `<!-- products -->\n${table.replace('fail', 'pass')}\n<!-- /products -->`;
    expect(hasTable(other, table)).toBe(false);
    expect(hasTable(table, table)).toBe(false);
  });
});
