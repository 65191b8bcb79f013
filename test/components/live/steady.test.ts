import { describe, expect, it } from 'vitest';
import { isSteadyAttribute, isSteadyClass, isSteadyName } from '@/components/live/pick/steady.ts';

describe('what may stand in a selector', () => {
  it.each(['call-bubble', 'incomingCall', 'caller_name', 'bubble', 'softphone__number'])(
    'the class %s, which a person chose',
    (name) => expect(isSteadyClass(name)).toBe(true),
  );

  it.each([
    ['css-1q2w3e4', 'Emotion'],
    ['sc-bdVaJa2', 'styled-components'],
    ['jss124', 'JSS'],
    ['Bubble_root__3xKfq', 'CSS modules'],
    ['_1x9dk', 'a hash'],
    ['a3f9c04b', 'a hash'],
    ['hover:bg-red', 'a variant of Tailwind'],
    ['px-4', 'Tailwind'],
    ['text-sm', 'Tailwind'],
    ['flex', 'Tailwind'],
    ['is-ringing', 'a state'],
    ['bubble--connected', 'a state'],
    ['active', 'a state'],
    ['ng-tns-c12-3', 'Angular'],
  ])('not the class %s (%s)', (name) => expect(isSteadyClass(name)).toBe(false));

  it.each(['radix-:r1:', 'ember1234', 'call-20417', 'ext-gen12', 'mat-input-3', ':r1:'])(
    'not the id %s',
    (id) => expect(isSteadyName(id)).toBe(false),
  );

  it.each([
    ['data-testid', 'call-bubble'],
    ['data-test-id', 'call-bubble'],
    ['role', 'alertdialog'],
    ['aria-label', 'Answer call'],
    ['name', 'phone'],
  ])('the attribute %s="%s"', (name, value) => expect(isSteadyAttribute(name, value, [])).toBe(true));

  it.each([
    ['data-call-id', 'abc'],
    ['data-state', 'ringing'],
    ['data-number', 'x'],
    ['aria-expanded', 'true'],
    ['href', 'home'],
    ['style', 'color'],
    ['data-testid', 'call-7'],
    ['aria-label', 'Answer – Maria'],
  ])('not the attribute %s="%s"', (name, value) => expect(isSteadyAttribute(name, value, [])).toBe(false));

  it('no attribute that names the caller', () => {
    expect(isSteadyAttribute('aria-label', 'Answer Maria', ['maria'])).toBe(false);
    expect(isSteadyAttribute('aria-label', 'Answer Maria', ['robert'])).toBe(true);
  });
});
