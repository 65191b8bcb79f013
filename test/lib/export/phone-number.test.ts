import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, phoneCell } from '@/lib/export/phone-number.ts';

test.each([
  ['+15550102234', '1 (555) 010-2234'],
  ['+1 (555) 010-2234', '1 (555) 010-2234'],
  ['1-555-010-2234', '1 (555) 010-2234'],
  ['555.010.2234', '(555) 010-2234'],
  ['+44 20 7946 0958', '44 (207) 946-0958'],
  ['01632960001', '0 (163) 296-0001'],
  ['+4722334455', '(472) 233-4455'],
  ['22334455', '(2) 233-4455'],
  ['010-2234', '(010) 2234'],
  ['01022', '(0) 1022'],
  ['911', 'tel. 911'],
  ['0112', 'tel. 0112'],
  ['+123456789012345', '12345 (678) 901-2345'],
])('%s is written as %s', (shown, cell) => {
  expect(phoneCell(shown)).toBe(cell);
});

test.each(['Anonymous', 'sip:dana@pbx.example', '555-0102 ext. 5', '*67', ''])(
  'what is no bare number stays as shown: "%s"',
  (shown) => {
    expect(phoneCell(shown)).toBe(shown);
  },
);

const digits = fc.stringMatching(/^\d{1,18}$/);

test('the digits of any number come back whole, and as the same text however they were grouped', () => {
  const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '(', ')', '/'), { minLength: 18 });
  fc.assert(
    fc.property(digits, fc.boolean(), separators, (number, plus, between) => {
      const shown = (plus ? '+' : '') + [...number].map((digit, i) => digit + between[i]).join('');
      expect(digitsOf(phoneCell(shown))).toBe(number);
      expect(phoneCell(shown)).toBe(phoneCell(number));
    }),
    { seed: 1 },
  );
});

test('no number is written so that a spreadsheet reads a number, a date or a formula in it', () => {
  fc.assert(
    fc.property(digits, (number) => {
      // Text with a group in parentheses that is not the whole of it, or with a word in front.
      expect(phoneCell(number)).toMatch(/^(?:\d+ )?\(\d{1,3}\) (?:\d{3}-)?\d{4}$|^tel\. \d{1,4}$/);
    }),
    { seed: 2 },
  );
});
