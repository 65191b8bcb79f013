import { describe, expect, it } from 'vitest';
import { jobPattern, namePattern, numberIn, wordsPattern } from '@/components/live/pick/texts.ts';
import { regexProblem } from '@/lib/crm/syntax.ts';
import { groupOf, matches } from '@/lib/crm/text.ts';

describe('a text that was picked', () => {
  it.each(['(512) 555-0142', '+1 512 555 0142', '5125550142'])('is a number as it is: %s', (text) =>
    expect(numberIn(text)).toEqual({ is: 'whole' }),
  );

  it.each([
    ['Call from (512) 555-0142', '(512) 555-0142'],
    ['+15125550142 · Main line', '+15125550142'],
    ['tel:+15125550142', '+15125550142'],
  ])('has a number in it: %s', (text, number) => {
    const found = numberIn(text);
    expect(found.is === 'part' && groupOf(found.pattern, text)).toBe(number);
    expect(found.is === 'part' && regexProblem(found.pattern, 1)).toBeNull();
  });

  it.each(['Maria Alvarez', '0:42', 'Line 2'])('has no number: %s', (text) =>
    expect(numberIn(text)).toEqual({ is: 'none' }),
  );

  it.each([
    ['Job #48213 booked', 'Job #99999 booked', '99999'],
    ['Saved: WO-1042.', 'Saved: WO-1043 at 8', 'WO-1043'],
    ['Saved: WO-1042.', 'Opened: WO-1043', undefined],
    ['Termin 4711 gebucht', 'Termin 5 4712 gebucht', undefined],
  ])('gives the job of %s also of %s', (text, other, job) => {
    const pattern = jobPattern(text) ?? '';
    expect(groupOf(pattern, other)).toBe(job);
    expect(regexProblem(pattern, 1)).toBeNull();
  });

  it('says no job where there is none', () => expect(jobPattern('Job booked')).toBeNull());

  it.each([
    ['Ended 0:42', 'Ended 12:07', true],
    ['Ended 0:42', 'Connected 0:42', false],
    ['Job #48213 booked', 'Job #1 booked', true],
    ['Job #48213 booked', 'Job #48213 cancelled', false],
    ['Job booked (1)', 'Job booked (20)', true],
  ])('with the words of %s: is %s one of them? %s', (text, other, same) => {
    const pattern = wordsPattern(text) ?? '';
    expect(matches(pattern, other)).toBe(same);
    expect(regexProblem(pattern)).toBeNull();
  });

  it('has words without the caller’s name', () => {
    const pattern = wordsPattern('Booked for Maria Alvarez', ['maria alvarez']) ?? '';
    expect(matches(pattern, 'Booked for Robert Chen')).toBe(true);
  });

  it('has no words in numbers alone', () => expect(wordsPattern('0:42')).toBeNull());

  it('has the name after the colon', () => {
    expect(groupOf(namePattern('Incoming call: Maria') ?? '', 'Incoming call: Robert')).toBe('Robert');
    expect(namePattern('Maria Alvarez')).toBeNull();
  });
});
