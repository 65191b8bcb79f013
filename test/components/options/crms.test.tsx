// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Crms } from '@/components/options/Crms.tsx';
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { fireEvent, render, screen, within } from '../dom.ts';

const ACME: Profile = {
  schema: 1,
  id: 'acme-crm',
  name: 'Acme CRM',
  matches: ['https://crm.acme.example/*', 'https://eu.acme.example/*'],
  tried: { on: '2026-11-22', against: 'Acme CRM 5.2' },
  calls: [{ root: '.call' }],
};
const OWN: Profile = {
  schema: 1,
  id: 'own',
  name: 'Own',
  matches: ['https://own.example/*'],
  calls: [{ root: 'p' }],
};

const entry = (profile: Profile, part: Partial<CrmEntry> = {}): CrmEntry => ({
  profile,
  builtIn: profile === ACME,
  on: true,
  sites: profile.matches.map((pattern) => ({ pattern, granted: false, added: false })),
  ...part,
});

const sites = (...granted: string[]) =>
  ACME.matches.map((pattern) => ({ pattern, granted: granted.includes(pattern), added: false }));

function show(entries: CrmEntry[], allowed = true, answer: () => Promise<void> = async () => undefined) {
  const done: unknown[] = [];
  const act =
    (what: string) =>
    (...rest: unknown[]) => {
      done.push([what, ...rest]);
      return answer();
    };
  render(
    <Crms
      entries={entries}
      onAllow={async (matches) => {
        done.push(['allow', matches]);
        return allowed;
      }}
      onSwitch={act('switch')}
      onRemove={act('remove')}
      onImport={act('import')}
    />,
  );
  return done;
}

const crm = (name: string) => {
  const item = screen.getByRole('heading', { name }).closest('li');
  if (!item) throw new Error(`no ${name}`);
  return within(item);
};

describe('the list of CRMs', () => {
  test('shows the pages of each, what it was tried on, and whether it comes with Callmark', () => {
    show([entry(ACME), entry(OWN)]);
    expect(crm('Acme CRM').getByText('https://eu.acme.example/*')).toBeTruthy();
    expect(crm('Acme CRM').getByText('Tried on Acme CRM 5.2 (2026-11-22) · Built in')).toBeTruthy();
    expect(crm('Own').getByText('Not tried on the real thing · Your own')).toBeTruthy();
  });

  test('asks only for the pages that are not allowed yet', () => {
    const done = show([entry(ACME, { sites: sites('https://crm.acme.example/*') })]);
    fireEvent.click(screen.getByRole('button', { name: 'Allow access' }));
    expect(done).toEqual([['allow', ['https://eu.acme.example/*']]]);
  });

  test('says so when access is allowed, and when it was refused', async () => {
    show([entry(ACME, { sites: sites(...ACME.matches) }), entry(OWN)], false);
    expect(crm('Acme CRM').getByText('Access allowed')).toBeTruthy();
    fireEvent.click(crm('Own').getByRole('button', { name: 'Allow access' }));
    expect(await screen.findByText('Access was not allowed, so Callmark stays off in Own.')).toBeTruthy();
  });

  test('switches one off', () => {
    const done = show([entry(ACME)]);
    fireEvent.click(screen.getByRole('switch', { name: 'Acme CRM is on' }));
    expect(done).toEqual([['switch', 'acme-crm', false]]);
  });

  test("removes one's own after a second click; built-in ones stay", () => {
    const done = show([entry(ACME), entry(OWN)]);
    expect(crm('Acme CRM').queryByRole('button', { name: 'Remove' })).toBeNull();
    fireEvent.click(crm('Own').getByRole('button', { name: 'Remove' }));
    expect(screen.getByText('Remove Own? Its calls stay.')).toBeTruthy();
    expect(done).toEqual([]);
    fireEvent.click(crm('Own').getByRole('button', { name: 'Remove' }));
    expect(done).toEqual([['remove', 'own']]);
  });

  test('tells what was not kept', async () => {
    show([entry(ACME)], true, () => Promise.reject(new Error('The disk is full.')));
    fireEvent.click(screen.getByRole('switch', { name: 'Acme CRM is on' }));
    expect(await screen.findByText('Not saved: The disk is full.')).toBeTruthy();
  });
});

describe('bringing in a profile', () => {
  const paste = (json: string) => {
    fireEvent.input(screen.getByLabelText('Profile'), { target: { value: json } });
    fireEvent.click(screen.getByText('Add this CRM'));
  };

  test('a pasted one is added', async () => {
    const done = show([entry(ACME)]);
    paste(JSON.stringify(OWN));
    expect(await screen.findByText('Own is added. Allow access to its pages to use it.')).toBeTruthy();
    expect(done).toEqual([['import', OWN]]);
  });

  test('one with a known id says that it replaces the other', async () => {
    show([entry(ACME)]);
    paste(JSON.stringify({ ...OWN, id: 'acme-crm' }));
    expect(await screen.findByText('Own replaces the profile that had the same id.')).toBeTruthy();
  });

  test('a file is read', async () => {
    const done = show([]);
    const input = screen.getByLabelText<HTMLInputElement>('Choose a file');
    fireEvent.change(input, { target: { files: [new File([JSON.stringify(OWN)], 'own.json')] } });
    expect(await screen.findByText(/Own is added/)).toBeTruthy();
    expect(done).toEqual([['import', OWN]]);
  });

  test('all that is wrong is listed with its place', async () => {
    const done = show([]);
    paste(JSON.stringify({ ...OWN, nmae: 'typo', matches: 'https://own.example/*' }));
    const problems = await screen.findByText('This profile cannot be used yet:');
    const places = [...(problems.parentElement?.querySelectorAll('code') ?? [])].map(
      (code) => code.textContent,
    );
    expect(places).toEqual(expect.arrayContaining(['nmae', 'matches']));
    expect(done).toEqual([]);
  });

  test('what is no JSON is said to be none', async () => {
    show([]);
    paste('{ "schema": 1, ');
    expect(await screen.findByText(/This is not JSON/)).toBeTruthy();
  });
});
