import { describe, expect, test } from 'vitest';
import { text as say } from '@/components/text.ts';
import { MOST_STEPS, regexSteps } from '@/lib/crm/regex-cost.ts';
import { validateProfile } from '@/lib/crm/validate.ts';
import { countSteps } from './count-steps.ts';

const QUICK = [
  '^ended$',
  'Incoming call',
  'Job #(\\d+) booked',
  '^Taken by (.+)$',
  'from.*to',
  '^from.*to.*by',
  '.{0,40}from.{0,40}to',
  '\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}',
  '(\\+?[\\d() .-]{7,20})',
  '(?:\\d+-)*\\d+',
  '(?i:ringing|incoming|calling)',
  '(ab|cd)*',
  '^(?:ringing|held|on hold)$',
  '(?=.*ended)x',
  '/c/(\\d+)',
  '(?<number>\\d+)',
  '[\\]a]+b',
  '\\d+\\s*$',
  '^(.*?)\\s*<sip:',
  '^Call From: (.*?) Queue: (.*)$',
  '^(\\w+ )*\\w+$',
  '(?:^|\\s)(\\+?\\d[\\d ()-]{5,})(?:\\s|$)',
  '(^| )is-talking( |$)',
];

/** The classics, and what hides in a corner of the language. */
const SLOW = [
  '(a+)+$',
  '(a*)*b',
  '(a|a)*b',
  '(a|ab)*c',
  '(\\w+\\s?)*$',
  '([a-z]+)*=',
  '.*.*=',
  '.*from.*to.*by',
  '\\s*\\s*\\s*x',
  '(?:a?){40}b',
  '(?i:(A|a)+)b',
  '(.{0,100}x){5}',
  '(?=(a+)+$)x',
  '(a|aa)+$',
  '(.*a){20}',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(x+x+)+y',
  '(?!(?:a*)+b)x',
  '(?:foo|foob|fooba|foobar)*$',
  '^\\s*(.*?)\\s*$',
  // Each of these has one way only at every place, and walks the whole text for it.
  '[a-z]+[a-z]+$',
  '.{0,20}.{0,20}.{0,20}[^x]*x',
  // Not dear where it fails, but before it succeeds.
  'a(?:(?:a|a){1,30}b)*',
  // An end that is nothing, after a beginning that is too much.
  '(a+)+()',
  'x(?:(?:a+)+b)*',
  // The start of every line, and looking behind from the end to the start.
  '(?m:^[^x]*[^x]*x)',
  '(?<=c*x[a-z]*)z',
  'a+(?<=c[^c]*)b',
];

describe('regular expressions from outside', () => {
  test.each(QUICK)('%s is fast enough', (source) => {
    expect(regexSteps(source)).toBeLessThanOrEqual(MOST_STEPS);
  });

  test.each(QUICK)('%s needs no more steps than that, on texts that it nearly fits', (source) => {
    for (const unit of ['a', '1', ' ', 'from ', 'fromto', '1-', '(512) ', 'ab', 'x', '/c/', 'by ']) {
      for (const end of ['', '!', 'b']) {
        const text = unit.repeat(300).slice(0, 300) + end;
        const estimate = regexSteps(source, text.length) ?? 0;
        expect(countSteps(source, text, 10_000_000)).toBeLessThanOrEqual(source.length * estimate);
      }
    }
  });

  test.each(SLOW)('%s could freeze a page', (source) => {
    expect(regexSteps(source)).toBeGreaterThan(MOST_STEPS);
  });

  test.each([...SLOW, '(a+)\\1', '(?<x>a+)\\k<x>+$'])(
    'a profile with %s is refused, in a sentence',
    (text) => {
      const profile = {
        schema: 1,
        id: 'acme-crm',
        name: 'Acme CRM',
        matches: ['https://crm.acme.example/*'],
        calls: [{ root: '.call', state: [{ is: 'ended', when: { text } }] }],
      };
      expect(validateProfile(profile, say)).toEqual({
        problems: [
          {
            path: 'calls[0].state[0].when.text',
            sentence: expect.stringMatching(
              /^(could take too long on some texts|refers back to one of its own groups)/,
            ),
          },
        ],
      });
    },
  );

  test('one that refers back to its own group cannot be judged', () => {
    expect(regexSteps('(a+)\\1')).toBeNull();
    expect(regexSteps('(?<x>a+)\\k<x>')).toBeNull();
  });
});
