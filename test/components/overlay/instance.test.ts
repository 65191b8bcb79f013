import { beforeEach, expect, test } from 'vitest';
import { startInstance } from '@/components/overlay/instance.ts';

const extension = chrome as { runtime?: { id?: string } };

beforeEach(() => {
  extension.runtime = { id: 'callmark' };
  Reflect.deleteProperty(globalThis, 'callmarkInstance');
});

test('a second injection into a page where one lives does nothing', () => {
  expect(startInstance()?.alive()).toBe(true);
  expect(startInstance()).toBeNull();
});

test('after the extension was reloaded the old one stops and a new one starts', () => {
  const old = startInstance();
  extension.runtime = {};
  expect(old?.alive()).toBe(false);
  expect(old?.signal.aborted).toBe(true);
  extension.runtime = { id: 'callmark' };
  expect(startInstance()).not.toBeNull();
  expect(old?.alive()).toBe(false);
});

test('one that was told to be silent makes room for the next', () => {
  startInstance()?.stop();
  expect(startInstance()).not.toBeNull();
});

test('a script whose runtime is gone altogether is dead too', () => {
  const old = startInstance();
  delete extension.runtime;
  expect(old?.alive()).toBe(false);
});
