// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fitting } from '@/lib/crm/fitting.ts';
import { createPageAccess } from '@/lib/crm/scope.ts';

test('a page fits the profiles whose condition holds for it, wherever it is', () => {
  document.documentElement.setAttribute('data-product', 'desk');
  const bar = document.createElement('nav');
  bar.id = 'desk-bar';
  document.body.append(bar);
  const asked = [
    { id: 'desk', fits: { has: '#desk-bar' } },
    { id: 'named', fits: { attr: { 'data-product': '^desk$' } } },
    { id: 'other', fits: { has: '#other-bar' } },
    { id: 'both', fits: { has: '#desk-bar', not: { attr: { 'data-product': 'desk' } } } },
  ];
  expect(fitting(asked, createPageAccess(document))).toEqual(['desk', 'named']);
});
