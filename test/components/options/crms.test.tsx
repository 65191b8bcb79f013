// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Crms } from '@/components/options/Crms.tsx';
import { addressFrom, freeId } from '@/components/options/crm-actions.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry } from '@/lib/messaging.ts';
import { fireEvent, render, screen, within } from '../dom.ts';

const NOW = 1_795_000_000_000;
const ACME: Profile = {
  schema: 1,
  id: 'acme-crm',
  name: 'Acme CRM',
  about: 'Made from the page of 5.2.',
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
const HEALTH = { lastCallAt: null, unknown: 0, tooWide: [], silent: false };

const site = (pattern: string, granted: boolean, added = false) => ({ pattern, granted, added });

const entry = (profile: Profile, part: Partial<CrmEntry> = {}): CrmEntry => ({
  profile,
  builtIn: profile === ACME,
  changed: false,
  outdated: false,
  on: true,
  sites: profile.matches.map((pattern) => site(pattern, profile === ACME)),
  health: HEALTH,
  ...part,
});

/** @param answer what the background and the browser answer. */
function show(entries: CrmEntry[], answer: () => Promise<unknown> = async () => true) {
  const done: unknown[] = [];
  const act =
    (what: string) =>
    (...rest: unknown[]) => {
      done.push([what, ...rest]);
      return answer() as Promise<never>;
    };
  const actions = {
    allow: act('allow'),
    addSite: act('addSite'),
    dropSite: act('dropSite'),
    switchOn: act('switchOn'),
    save: act('save'),
    addCopy: act('addCopy'),
    remove: act('remove'),
    keepMine: act('keepMine'),
    look: act('look'),
  };
  render(<Crms entries={entries} now={NOW} actions={actions} />);
  return done;
}

const crm = (name: string) => {
  const item = screen.getByRole('heading', { name }).closest('li');
  if (!item) throw new Error(`no ${name}`);
  return within(item);
};
const click = (name: string | RegExp, inside = screen as Pick<typeof screen, 'getByRole'>) =>
  fireEvent.click(inside.getByRole('button', { name }));

describe('the list of CRMs', () => {
  test('says of each where it is from, and what it was tried on', () => {
    show([entry(ACME), entry(OWN)]);
    const about = crm('Acme CRM').getByText(/Tried on Acme CRM 5\.2 \(2026-11-22\) · Built in/);
    expect(about.textContent).toContain('Made from the page of 5.2.');
    expect(crm('Own').getByText('Not tried on the real thing · Your own')).toBeTruthy();
  });

  test('has those in use first, and folds away what nobody has touched', () => {
    show([entry(ACME, { sites: [site('https://crm.acme.example/*', false)] }), entry(OWN)]);
    expect(screen.getByRole('list', { name: 'CRMs' }).textContent).toContain('Own');
    const more = screen.getByText('More CRMs that Callmark knows (1)').closest('details');
    expect(more?.open).toBe(false);
    expect(more?.textContent).toContain('Acme CRM');
  });

  test('switches one off', () => {
    const done = show([entry(ACME)]);
    fireEvent.click(screen.getByRole('switch', { name: 'Acme CRM is on' }));
    expect(done).toEqual([['switchOn', 'acme-crm', false]]);
  });

  test('tells what was not kept', async () => {
    show([entry(ACME)], () => Promise.reject(new Error('The disk is full.')));
    fireEvent.click(screen.getByRole('switch', { name: 'Acme CRM is on' }));
    expect(await screen.findByText('Not saved: The disk is full.')).toBeTruthy();
  });
});

describe('the sites of a CRM', () => {
  test('are each allowed and left by themselves', () => {
    const sites = [site('https://crm.acme.example/*', true), site('https://eu.acme.example/*', false)];
    const done = show([entry(ACME, { sites })]);
    click('Allow access (https://eu.acme.example)');
    click('Stop using Callmark on https://crm.acme.example');
    expect(done).toEqual([
      ['allow', 'https://eu.acme.example/*'],
      ['dropSite', 'acme-crm', 'https://crm.acme.example/*'],
    ]);
    expect(
      screen.queryByRole('button', { name: 'Stop using Callmark on https://eu.acme.example' }),
    ).toBeNull();
  });

  test('a no is said', async () => {
    show([entry(OWN)], async () => false);
    click(/Allow access/);
    expect(await screen.findByText('Access was not allowed, so Callmark stays off in Own.')).toBeTruthy();
  });

  test('one is added by its address', async () => {
    const done = show([entry(OWN)]);
    const field = screen.getByLabelText<HTMLInputElement>('Address of a site of Own');
    fireEvent.input(field, { target: { value: 'not an address' } });
    click('Add a site');
    expect(screen.getByText(/Give the address of a page/)).toBeTruthy();
    fireEvent.input(field, { target: { value: 'desk.example/login' } });
    click('Add a site');
    expect(done).toEqual([['addSite', 'own', 'https://desk.example/login']]);
    await expect.poll(() => field.value).toBe('');
  });

  test.each<[string, string | null]>([
    ['desk.example', 'https://desk.example/'],
    [' http://desk.example:8080/x?y#z ', 'http://desk.example:8080/x?y#z'],
    ['localhost:3000', 'http://localhost:3000/'],
    ['https://*.desk.example', null],
    ['ftp://desk.example', null],
    ['https://user:word@desk.example', null],
    ['two words', null],
  ])('%s is the address %s', (written, address) => {
    expect(addressFrom(written)).toBe(address);
  });
});

describe('the health of a profile', () => {
  test('says when the last call was seen, and how often a state was not known', () => {
    show([entry(ACME, { health: { ...HEALTH, lastCallAt: NOW - 300_000, unknown: 7 } })]);
    expect(screen.getByText('Last call seen 5 min ago · readings without a known state: 7')).toBeTruthy();
  });

  test('warns after a shift without a call, and leads to the page', () => {
    const silent = entry(ACME, { health: { ...HEALTH, silent: true } });
    const done = show([silent]);
    expect(screen.getByText(/No call for a whole shift/)).toBeTruthy();
    click('Look at the page in the live view');
    expect(done).toEqual([['look', silent]]);
  });

  test('names the rule that matches far too much', () => {
    show([entry(ACME, { health: { ...HEALTH, tooWide: [1] } })]);
    expect(screen.getByText(/^calls\[1\] matches far too much/)).toBeTruthy();
  });
});

describe('what can be done with a profile', () => {
  test('a copy gets an id and a name of its own', () => {
    const done = show([entry(ACME), entry({ ...OWN, id: 'acme-crm-2' })]);
    click('Duplicate', crm('Acme CRM'));
    expect(done).toEqual([['addCopy', { ...ACME, id: 'acme-crm-3', name: 'Acme CRM (copy)' }]]);
    expect(freeId('a'.repeat(60), [])).toHaveLength(57);
  });

  test("one's own is removed after a second click; built-in ones stay", () => {
    const done = show([entry(ACME), entry(OWN)]);
    expect(crm('Acme CRM').queryByRole('button', { name: 'Remove' })).toBeNull();
    click('Remove', crm('Own'));
    expect(screen.getByText('Remove Own? Its calls stay.')).toBeTruthy();
    expect(done).toEqual([]);
    click('Remove', crm('Own'));
    expect(done).toEqual([['remove', 'own']]);
  });

  test('of a changed built-in one the original is restored, after a question', () => {
    const done = show([entry(ACME, { builtIn: false, changed: true })]);
    expect(screen.getByText(/Built in, changed by you/)).toBeTruthy();
    click('Restore built-in');
    expect(screen.getByText(/What you changed in it is lost/)).toBeTruthy();
    click('Restore built-in');
    expect(done).toEqual([['remove', 'acme-crm']]);
  });

  test('a changed one says that a newer built-in profile exists, and can be kept', () => {
    const done = show([entry(ACME, { builtIn: false, changed: true, outdated: true })]);
    expect(screen.getByText('The built-in profile has changed since you edited yours.')).toBeTruthy();
    click('Keep mine');
    expect(done).toEqual([['keepMine', 'acme-crm']]);
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
    expect(done).toEqual([['save', OWN]]);
  });

  test('one with the id of a built-in profile is asked about, and told to be a changed copy', async () => {
    const done = show([entry(ACME)]);
    const mine = { ...OWN, id: 'acme-crm' };
    paste(JSON.stringify(mine));
    expect(await screen.findByText(/comes with a profile of the id acme-crm: Acme CRM/)).toBeTruthy();
    expect(done).toEqual([]);
    click('Replace it');
    expect(await screen.findByText('Own replaces the profile that had the same id.')).toBeTruthy();
    expect(done).toEqual([['save', mine]]);
  });

  test("one with the id of one's own is kept beside it, or not at all", async () => {
    const done = show([entry(OWN)]);
    paste(JSON.stringify({ ...OWN, name: 'Other' }));
    await screen.findByText('There is a profile with the id own already: Own.');
    click('Cancel');
    expect(screen.queryByText(/There is a profile/)).toBeNull();
    paste(JSON.stringify({ ...OWN, name: 'Other' }));
    click('Keep both, this one as own-2');
    expect(await screen.findByText('Other is added as own-2.')).toBeTruthy();
    expect(done).toEqual([['save', { ...OWN, id: 'own-2', name: 'Other' }]]);
  });

  test('a file is read', async () => {
    const done = show([]);
    const file = new File([JSON.stringify(OWN)], 'own.json');
    fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
    expect(await screen.findByText(/Own is added/)).toBeTruthy();
    expect(done).toEqual([['save', OWN]]);
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

  test.each<[string, string, RegExp]>([
    ['what is no JSON', '{ "schema": 1, ', /This is not JSON/],
    [
      'one of a later schema',
      JSON.stringify({ ...OWN, schema: 2 }),
      /made for a later version of Callmark \(schema 2\)/,
    ],
    ['one of 5 MB', `"${'x'.repeat(5_000_000)}"`, /has 500\d kB; a profile has 256 kB at most/],
    [
      'one with 10,000 rules',
      JSON.stringify({ ...OWN, calls: Array.from({ length: 10_000 }, (_, n) => ({ root: `p${n}` })) }),
      /profile has 256 kB at most|more than/,
    ],
    ['one whose selector is none', JSON.stringify({ ...OWN, calls: [{ root: 'p[' }] }), /selector/i],
  ])('%s is refused with a sentence', async (_, json, sentence) => {
    const done = show([]);
    paste(json);
    expect((await screen.findByText('This profile cannot be used yet:')).parentElement?.textContent).toMatch(
      sentence,
    );
    expect(done).toEqual([]);
  });
});
