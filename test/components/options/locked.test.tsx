// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Crms } from '@/components/options/Crms.tsx';
import { PolicyNotes } from '@/components/options/PolicyNotes.tsx';
import { Reasons } from '@/components/options/Reasons.tsx';
import { Rules } from '@/components/options/Rules.tsx';
import { DEFAULT_RULES } from '@/lib/calls/call.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { CrmEntry, Locked, Settings } from '@/lib/messaging.ts';
import { render, screen, within } from '../dom.ts';

const SET = 'Set by your administrator';
const OPEN: Locked = {
  settings: [],
  reasons: false,
  profiles: [],
  on: [],
  sites: {},
  only: null,
  refused: [],
};
const never = async () => {
  throw new Error('nothing is changed here');
};

const profile = (id: string): Profile => ({
  schema: 1,
  id,
  name: id,
  matches: [`https://${id}.example/*`],
  calls: [{ root: 'p' }],
});

describe('what the administrator set', () => {
  const settings: Settings = { ...DEFAULT_RULES, shortAbandonMs: 5_000, timeZone: null };
  test.each<[keyof Settings, string, string[]]>([
    ['thresholdMs', 'textbox', ['Threshold']],
    ['wrapUpMs', 'textbox', ['Wrap-up time']],
    ['callbackTargetMs', 'textbox', ['Callback target']],
    ['coldMs', 'textbox', ['Cold after']],
    ['shortAbandonMs', 'textbox', ['Short means rang for less than']],
    ['timeZone', 'combobox', ['Time zone of the office']],
  ])('%s is shown, locked, and says why; the others are open', (key, role, [name = '']) => {
    render(
      <Rules
        settings={settings}
        browserTimeZone="America/Chicago"
        timeZones={[]}
        locked={[key]}
        onSave={never}
      />,
    );
    const field = screen.getByRole<HTMLInputElement>(role, { name });
    expect(field.disabled).toBe(true);
    const why = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(why.map((id) => document.getElementById(id)?.textContent)).toContain(SET);
    const open = [
      ...screen.getAllByRole<HTMLInputElement>('textbox'),
      screen.getByRole<HTMLInputElement>('combobox'),
    ];
    expect(open.filter((one) => one !== field && one.disabled)).toEqual([]);
  });

  test('a choice of two is locked as one', () => {
    render(
      <Rules
        settings={settings}
        browserTimeZone=""
        timeZones={[]}
        locked={['bookedUnderThreshold']}
        onSave={never}
      />,
    );
    const choice = screen.getByRole<HTMLFieldSetElement>('group', { name: /A job booked/ });
    expect(choice.disabled).toBe(true);
    expect(within(choice).getByText(SET)).toBeTruthy();
  });

  test('reasons are shown as they are, without a way to add, sort or delete one', () => {
    const reasons = [{ id: 'a', name: 'Price', isLead: true, active: true, sort: 0 }];
    render(
      <Reasons
        reasons={reasons}
        used={new Set()}
        thresholdMs={60_000}
        locked
        onSave={never}
        newId={() => 'x'}
      />,
    );
    expect(screen.getByText(SET)).toBeTruthy();
    const list = screen.getByRole<HTMLFieldSetElement>('group');
    expect(list.disabled).toBe(true);
    expect(list.contains(screen.getByRole('textbox', { name: 'Name of the reason Price' }))).toBe(true);
    expect(screen.queryByLabelText('New reason')).toBeNull();
  });

  const show = (locked: Locked) => {
    const entries = ['theirs', 'sited', 'own'].map(
      (id): CrmEntry => ({
        profile: profile(id),
        builtIn: id === 'sited',
        changed: false,
        outdated: false,
        on: true,
        sites: ['https://theirs.example/*', 'https://added.example/*'].map((pattern) => ({
          pattern,
          granted: true,
          added: true,
        })),
        health: { lastCallAt: null, unknown: 0, tooWide: [], silent: false },
      }),
    );
    const actions = {
      allow: never,
      addSite: never,
      dropSite: never,
      switchOn: never,
      save: never,
      addCopy: never,
      remove: never,
      keepMine: never,
      look: never,
    };
    render(<Crms entries={entries} locked={locked} now={0} actions={actions} />);
  };
  const item = (name: string) => {
    const found = screen.getByRole('heading', { name }).closest('li');
    if (!found) throw new Error(`no ${name}`);
    return within(found);
  };

  test('a CRM is on for good and stays, whether its profile or only its sites are set', () => {
    show({ ...OPEN, profiles: ['theirs'], on: ['theirs', 'sited'] });
    for (const name of ['theirs', 'sited']) {
      expect(item(name).getByRole<HTMLInputElement>('switch').disabled).toBe(true);
      expect(item(name).getByText(SET)).toBeTruthy();
      expect(item(name).queryByRole('button', { name: 'Remove' })).toBeNull();
    }
    expect(item('own').getByRole<HTMLInputElement>('switch').disabled).toBe(false);
    expect(item('own').queryByText(SET)).toBeNull();
    expect(item('own').getByRole('button', { name: 'Remove' })).toBeTruthy();
    expect(item('own').getByRole('button', { name: 'Duplicate' })).toBeTruthy();
  });

  test('a site stays, and a person takes away only what they added themselves', () => {
    show({ ...OPEN, on: ['sited'], sites: { sited: ['https://theirs.example/*'] } });
    const site = (name: string, address: string) => {
      const row = item(name).getByText(address).closest('li');
      if (!row) throw new Error(`no ${address}`);
      return within(row);
    };
    expect(site('sited', 'https://theirs.example').getByText(SET)).toBeTruthy();
    expect(site('sited', 'https://theirs.example').queryByRole('button')).toBeNull();
    expect(site('sited', 'https://added.example').getByRole('button')).toBeTruthy();
    expect(site('own', 'https://theirs.example').getByRole('button')).toBeTruthy();
  });

  test('where only its CRMs are used, none can be added', () => {
    show({ ...OPEN, only: ['theirs'] });
    expect(screen.queryByRole('button', { name: 'Duplicate' })).toBeNull();
    expect(screen.getByText('Your administrator lets Callmark use these CRMs only.')).toBeTruthy();
    expect(screen.queryByText('Add a CRM by its profile')).toBeNull();
  });
});

describe('what of a policy cannot be used', () => {
  test('is said on top, also of selectors, which only a page can try', () => {
    const theirs = { ...profile('theirs'), calls: [{ root: 'p[' }] };
    const own = { ...profile('own'), calls: [{ root: 'p[' }] };
    const refused = [`${SET}: reason 1: must be an object with braces { }; it is not used.`];
    render(<PolicyNotes locked={{ ...OPEN, refused, profiles: ['theirs'] }} profiles={[theirs, own]} />);
    const said = screen.getAllByRole('listitem').map((one) => one.textContent);
    expect(said).toEqual([
      refused[0],
      expect.stringMatching(
        /^Set by your administrator: theirs: calls\[0\]\.root: not a CSS selector.*; nothing matches it\.$/,
      ),
    ]);
  });

  test('is nothing where all is well', () => {
    render(<PolicyNotes locked={{ ...OPEN, profiles: ['theirs'] }} profiles={[profile('theirs')]} />);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
