import { expect, test } from 'vitest';
import { staticImports } from './sizes.ts';

test('finds what a built module imports statically, minified or not', () => {
  expect(staticImports(`import{a as b,$ as c}from"./chunks/one-C9Qt.js";import'./two.js';let x=1;`)).toEqual([
    './chunks/one-C9Qt.js',
    './two.js',
  ]);
  expect(staticImports(`import a, { b } from "../three.js";\nexport * from './four.js';`)).toEqual([
    '../three.js',
    './four.js',
  ]);
});

test('leaves out what is loaded later, and what only looks like it', () => {
  expect(staticImports(`const page = await import("./later.js"); const name = "./crm.js";`)).toEqual([]);
});
