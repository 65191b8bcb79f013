import { describe, expect, test } from 'vitest';
import { MOST_STEPS, regexSteps } from '@/lib/crm/regex-cost.ts';

describe('regular expressions from outside', () => {
  test.each([
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
  ])('%s is fast enough', (source) => {
    expect(regexSteps(source)).toBeLessThanOrEqual(MOST_STEPS);
  });

  test.each([
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
  ])('%s could freeze a page', (source) => {
    expect(regexSteps(source)).toBeGreaterThan(MOST_STEPS);
  });

  test('one that refers back to its own group cannot be judged', () => {
    expect(regexSteps('(a+)\\1')).toBeNull();
    expect(regexSteps('(?<x>a+)\\k<x>')).toBeNull();
  });
});
