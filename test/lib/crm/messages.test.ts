import { describe, expect, test } from 'vitest';
import { createMessageLines } from '@/lib/crm/messages.ts';
import type { MessageRule } from '@/lib/crm/profile.ts';
import type { TraceNote } from '@/lib/crm/trace.ts';

const origin = 'https://phone.example';
const rules: MessageRule[] = [
  {
    origin,
    path: { type: 'ring' },
    is: 'ringing',
    id: '/call/id',
    from: ['/call/from/number', '/call/from'],
    direction: '/call/direction',
  },
  { origin, path: { type: 'start' }, is: 'connected', id: '/call/id', from: '/call/from' },
  { origin, path: { type: 'end' }, is: 'ended', id: '/call/id' },
  { origin: 'https://*.other.example/*', path: { '/a~1b': 1 }, is: 'ringing', from: 'who' },
  { origin, path: { type: 'answer' }, is: 'claim', id: '/call/id' },
];

/** Lines that have heard these messages, from one window. */
function heard(...messages: unknown[]) {
  const notes: TraceNote[] = [];
  const lines = createMessageLines(rules, 9, (note) => notes.push(note));
  const source = { closed: false };
  const take = (data: unknown, from = origin, window: { closed: boolean } = source) =>
    lines.take({ data, origin: from, source: window }, 1_000);
  for (const data of messages) take(data);
  const brief = () =>
    lines.sightings().map(({ state, direction, facts }) => ({ state, direction, ...facts }));
  return { take, brief, notes, source };
}

const call = (more: object = {}) => ({ id: 'c1', from: '+15550101111', ...more });

describe('what an embedded phone posts', () => {
  test('begins a call with what its paths lead to, the first of several that leads anywhere', () => {
    const { brief } = heard({
      type: 'ring',
      call: call({ from: { number: '555 010 2222' }, direction: 'Inbound' }),
    });
    expect(brief()).toEqual([{ state: 'ringing', direction: 'inbound', id: 'c1', from: '555 010 2222' }]);
  });

  test('is a level: the call stays as it is until the next message, and its end is said once', () => {
    const { take, brief } = heard({ type: 'ring', call: call() });
    expect(brief()).toEqual(brief());
    take({ type: 'start', call: { id: 'c1' } });
    expect(brief()).toMatchObject([{ state: 'connected', id: 'c1', from: '+15550101111' }]);
    take({ type: 'end', call: { id: 'c1' } });
    expect(brief()).toMatchObject([{ state: 'ended', id: 'c1' }]);
    expect(brief()).toEqual([]);
  });

  test('may be text that holds JSON', () => {
    expect(heard(JSON.stringify({ type: 'ring', call: call() })).brief()).toMatchObject([{ id: 'c1' }]);
  });

  test('joins a call by id, else by number, else the only one of its window', () => {
    const { take, brief } = heard({ type: 'ring', call: { from: '(555) 010-1111' } });
    take({ type: 'start', call: { from: '+1 555 010 1111' } });
    expect(brief()).toMatchObject([{ state: 'connected' }]);
    take({ type: 'end' });
    expect(brief()).toMatchObject([{ state: 'ended' }]);
  });

  test('that ends under an id which the ring did not have ends the only call of its window', () => {
    const { take, brief } = heard({ type: 'ring', call: { from: '(555) 010-1111' } });
    take({ type: 'end', call: { id: 'c9' } });
    expect(brief()).toMatchObject([{ state: 'ended', from: '(555) 010-1111' }]);
  });

  test('with another id is another call, though the number is the same', () => {
    const { brief } = heard({ type: 'ring', call: call() }, { type: 'ring', call: call({ id: 'c2' }) });
    expect(brief()).toMatchObject([{ id: 'c1' }, { id: 'c2' }]);
  });

  test('counts only from whom the profile names, by the browser’s word', () => {
    const { take, brief } = heard();
    take({ type: 'ring', call: call() }, 'https://evil.example');
    take({ 'a/b': 1, who: '555 010 3333' }, 'https://a.other.example');
    expect(brief()).toEqual([{ state: 'ringing', direction: null, from: '555 010 3333' }]);
  });

  test('tells of a gesture with the call it is about', () => {
    const { take, brief } = heard();
    expect(take({ type: 'answer', call: { id: 'c1' } })).toEqual({ gesture: 'claim', facts: { id: 'c1' } });
    expect(brief()).toEqual([]);
  });

  test('ends with its window: what it told of is out of sight', () => {
    const { brief, source } = heard({ type: 'ring', call: call() });
    source.closed = true;
    expect(brief()).toEqual([]);
  });

  test('that says nothing known, or the end of a call that was never told of, is traced and does nothing', () => {
    const { brief, notes } = heard({ type: 'hello' }, { type: 'end', call: { id: 'zz' } }, { type: 'ring' });
    expect(brief()).toEqual([]);
    expect(notes).toMatchObject([
      { what: 'message-without-rule', path: 'messages' },
      { what: 'message-of-no-call', path: 'messages[2]' },
      { what: 'message-of-no-call', path: 'messages[0]' },
    ]);
  });

  test('reaches no further than its own keys', () => {
    const lines = createMessageLines(
      [{ origin, path: { '/constructor/name': 'Object' }, is: 'ringing', from: 'a' }],
      0,
    );
    expect(lines.take({ data: { a: '1' }, origin, source: null }, 0)).toBeNull();
  });
});
