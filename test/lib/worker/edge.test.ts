import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeText } from '@/lib/worker/badge.ts';
import { checkObservation, contentSource, mustBeOwnPage, Refused } from '@/lib/worker/edge.ts';

const good = {
  watcher: '0f8b1c52-7a6d-4c1e-9d53-2f7f0a1b2c3d',
  seq: 1,
  profile: 'demo-crm',
  seen: {
    kind: 'reading',
    at: 1_000,
    calls: [
      {
        screenId: 'id:C-1',
        id: 'C-1',
        state: 'ringing',
        direction: 'inbound',
        since: 1_000,
        stateSince: 1_000,
      },
    ],
  },
};

const warned: string[] = [];

beforeEach(() => {
  Object.assign((globalThis as unknown as { chrome: object }).chrome, {
    runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` },
  });
  vi.spyOn(console, 'warn').mockImplementation((line: string) => {
    warned.push(line);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  warned.length = 0;
});

describe('an observation', () => {
  it('of the right shape passes as it is', () => {
    expect(checkObservation(good)).toEqual(good);
  });

  it.each([
    ['not an object', 'hello'],
    ['without a number', { ...good, seq: 0 }],
    ['with a foreign key', { ...good, tabId: 7 }],
    ['of no known kind', { ...good, seen: { kind: 'order', at: 1 } }],
    ['at no time', { ...good, seen: { ...good.seen, at: Number.NaN } }],
    [
      'with a call in no known state',
      { ...good, seen: { ...good.seen, calls: [{ ...good.seen.calls[0], state: 'x' }] } },
    ],
  ])('%s is refused', (_, data) => {
    expect(() => checkObservation(data)).toThrow(Refused);
  });

  it('with a text without end is cut, so that nothing else of it is lost', () => {
    const name = 'x'.repeat(10_000);
    const calls = [{ ...good.seen.calls[0], name }];
    const { seen } = checkObservation({ ...good, seen: { ...good.seen, calls } });
    expect(seen.kind === 'reading' && seen.calls[0]?.name).toBe('x'.repeat(300));
  });

  it('with hundreds of calls keeps two hundred, those that go on first', () => {
    const [call] = good.seen.calls;
    const calls = [...Array(250).fill({ ...call, state: 'ended' }), call];
    const { seen } = checkObservation({ ...good, seen: { ...good.seen, calls } });
    expect(seen.kind === 'reading' && seen.calls.length).toBe(200);
    expect(seen.kind === 'reading' && seen.calls[0]?.state).toBe('ringing');
  });

  it('that is refused is logged once, and without a caller’s number', () => {
    const bad = { ...good, seen: { ...good.seen, calls: [{ from: '(555) 010-9999', state: 'bad' }] } };
    for (let i = 0; i < 3; i++) expect(() => checkObservation(bad)).toThrow(Refused);
    expect(warned).toHaveLength(1);
    expect(warned[0]).not.toMatch(/010/);
  });
});

describe('the sender', () => {
  const sender = { id: 'ours', tab: { id: 5 }, frameId: 0, url: 'https://crm.example/calls#/1' };

  it('gives tab, frame and origin', () => {
    expect(contentSource(sender as never)).toMatchObject({
      tabId: 5,
      frameId: 0,
      origin: 'https://crm.example',
    });
  });

  it('in a frame without an address of its own is of the page that made it', () => {
    const frame = { ...sender, frameId: 4, url: 'about:srcdoc', origin: 'https://crm.example' };
    expect(contentSource(frame as never)).toMatchObject({
      origin: 'https://crm.example',
      url: 'https://crm.example/',
    });
    const tab = { id: 5, url: 'https://crm.example/calls' };
    expect(contentSource({ ...frame, tab } as never).url).toBe('https://crm.example/calls');
    const elsewhere = { id: 5, url: 'https://host.example/' };
    expect(contentSource({ ...frame, tab: elsewhere } as never).origin).toBe('https://crm.example');
    expect(() => contentSource({ ...frame, origin: 'null' } as never)).toThrow(Refused);
  });

  it.each([
    ['another extension', { ...sender, id: 'theirs' }],
    ['no tab', { ...sender, tab: undefined }],
    ['a page of ours', { ...sender, url: 'chrome-extension://ours/popup.html' }],
  ])('that is %s is refused as a page that is read', (_, from) => {
    expect(() => contentSource(from as never)).toThrow(Refused);
  });

  it('that is a page that is read is refused as one of ours', () => {
    expect(() => mustBeOwnPage(sender as never)).toThrow(Refused);
    expect(() => mustBeOwnPage({ ...sender, url: 'chrome-extension://ours.evil/x' } as never)).toThrow(
      Refused,
    );
    expect(() =>
      mustBeOwnPage({ ...sender, url: 'chrome-extension://ours/popup.html' } as never),
    ).not.toThrow();
  });
});

describe('the badge', () => {
  it.each([
    [0, false, ''],
    [0, true, '!'],
    [3, true, '3'],
    [99, false, '99'],
    [100, false, '99+'],
  ])('with %d abandoned calls and reasons missing: %s says "%s"', (abandoned, missing, says) => {
    expect(badgeText(abandoned, missing)).toBe(says);
  });
});
