// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Popup } from '@/components/popup/Popup.tsx';
import type { PopupActions, PopupData } from '@/components/popup/popup.ts';
import { DEFAULT_RULES } from '@/lib/calls/call.ts';
import { NOW } from '../a-call.ts';
import { fireEvent, render, screen, waitFor } from '../dom.ts';

const DATA: PopupData = {
  settings: { ...DEFAULT_RULES, thresholdMs: 45_000, timeZone: null },
  timeZone: 'UTC',
  reasonsMissing: false,
  trouble: null,
  open: [],
  abandoned: [],
  today: [],
};

function show(data: Partial<PopupData>, actions: Partial<PopupActions> = {}) {
  const opened: string[] = [];
  const all: PopupActions = {
    followUp: async () => undefined,
    reclassify: async () => undefined,
    undo: async () => undefined,
    dismissTrouble: async () => undefined,
    openPage: (page) => opened.push(page),
    openInTab: () => opened.push('tab'),
    site: { use: async () => true, stop: async () => undefined, live: async () => undefined },
    exporter: { count: async () => 0, download: async () => undefined },
    ...actions,
  };
  render(<Popup data={{ ...DATA, ...data }} site={{ is: 'none' }} now={NOW} actions={all} />);
  return opened;
}

describe('the popup', () => {
  test('warns while reasons are missing, with the threshold that is set and the way to the set-up', () => {
    const opened = show({ reasonsMissing: true });
    const warning = screen.getByRole('region', { name: 'No call reasons set up' });
    expect(warning.textContent).toMatch(/Every call over 45 s counts as a lead/);
    fireEvent.click(screen.getByRole('button', { name: 'Set up call reasons' }));
    expect(opened).toEqual(['reasons']);
  });

  test('does not warn when reasons are set up', () => {
    show({});
    expect(screen.queryByRole('region', { name: 'No call reasons set up' })).toBeNull();
  });

  test('tells of trouble until it is said to be read, and when that could not be kept', async () => {
    show({ trouble: 'troubleStorageFull' }, { dismissTrouble: () => Promise.reject(new Error('No room.')) });
    expect(screen.getByRole('alert').textContent).toMatch(/disk is full/);
    fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(screen.getByText('No room.')).toBeTruthy());
  });

  test('leads to the settings and to a tab of its own', () => {
    const opened = show({});
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open in a tab' }));
    expect(opened).toEqual(['reasons', 'tab']);
  });
});
