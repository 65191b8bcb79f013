import { describe, expect, test } from 'vitest';
import { agoText } from '@/components/ago.ts';
import { callerText } from '@/components/call-words.ts';
import { telHref } from '@/components/tel-href.ts';
import { HOUR, MINUTE, SECOND } from './a-call.ts';

describe('how long ago', () => {
  test.each([
    [-5 * SECOND, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min ago'],
    [HOUR - 1, '59 min ago'],
    [HOUR, '1 h ago'],
    [48 * HOUR - 1, '47 h ago'],
    [48 * HOUR, '2 days ago'],
  ])('%d ms reads as %s', (ms, words) => {
    expect(agoText(ms)).toBe(words);
  });
});

describe('the address that dials a number', () => {
  test.each([
    ['+1 (555) 010-2234', 'tel:+15550102234'],
    ['555.010.2234', 'tel:5550102234'],
    ['tel: 555 010 2234', 'tel:5550102234'],
    ['(555) 010-2234 ext. 5', 'tel:5550102234'],
    ['Anonymous', null],
    ['', null],
    ['7', null],
    [undefined, null],
  ])('%s gives %s', (shown, href) => {
    expect(telHref(shown)).toBe(href);
  });
});

describe('who calls', () => {
  test('is the name, else the number, else unknown', () => {
    expect(callerText({ facts: { name: 'Sam Ortiz', from: '555' } })).toBe('Sam Ortiz');
    expect(callerText({ facts: { from: '555' } })).toBe('555');
    expect(callerText({ facts: {} })).toBe('Unknown caller');
  });
});
