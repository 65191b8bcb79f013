// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Site } from '@/components/popup/popup.ts';
import { SiteStrip } from '@/components/popup/SiteStrip.tsx';
import { fireEvent, render, screen } from '../dom.ts';

const PAGE = { url: 'https://crm.acme.example/', host: 'crm.acme.example', tab: 7 };
const ACME = { id: 'acme-crm', name: 'Acme CRM' };
const OTHER = { id: 'other', name: 'Other CRM' };

function strip(site: Site, done: unknown[] = [], answer: () => Promise<boolean> = async () => true) {
  const act =
    (what: string) =>
    async (page: { url: string }, ...rest: unknown[]) => {
      done.push([what, page.url, ...rest]);
    };
  const use = (page: { url: string }, profile: string | null) => {
    done.push(['use', page.url, profile]);
    return answer();
  };
  return <SiteStrip site={site} actions={{ use, stop: act('stop'), live: act('live') }} />;
}

function show(site: Site, answer?: () => Promise<boolean>) {
  const done: unknown[] = [];
  render(strip(site, done, answer));
  return done;
}

const watched: Site = { is: 'watched', ...PAGE, profile: ACME, others: [], tooWide: false };
const unknown = (...choices: { id: string; name: string }[]): Site => ({ is: 'unknown', ...PAGE, choices });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a page that is read', () => {
  test('is named by its CRM; the live view and the way out are one click away', () => {
    const done = show(watched);
    expect(screen.getByRole('status').textContent).toBe('On for Acme CRM');
    click('Live view');
    click('Stop using it here');
    expect(done).toEqual([
      ['live', PAGE.url],
      ['stop', PAGE.url],
    ]);
  });

  test('says which profile counts where several could read it', () => {
    show({ ...watched, others: [OTHER] } as Site);
    expect(screen.getByText('Other CRM could read this page too; Acme CRM counts.')).toBeTruthy();
  });
});

test('a profile that matches far too much is told of where it is read', () => {
  show({ ...watched, tooWide: true } as Site);
  expect(screen.getByText(/matches far too much here/)).toBeTruthy();
});

describe('a page that is not read yet', () => {
  test('with one profile that fits asks the browser within the very click', () => {
    const done = show(unknown(ACME));
    expect(screen.getByRole('status').textContent).toBe('Off on crm.acme.example');
    click('Use Callmark on this site (Acme CRM)');
    expect(done).toEqual([['use', PAGE.url, 'acme-crm']]);
  });

  test('with several that fit lets a person choose, the surest first', () => {
    const done = show(unknown(ACME, OTHER));
    const which = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Which CRM is this?' });
    expect(which.value).toBe('acme-crm');
    fireEvent.change(which, { target: { value: 'other' } });
    click('Use Callmark on this site');
    expect(done).toEqual([['use', PAGE.url, 'other']]);
  });

  test('with none starts a new profile', () => {
    const done = show(unknown());
    expect(screen.getByRole('status').textContent).toBe("Callmark doesn't know this page yet");
    click('Start a new profile');
    expect(done).toEqual([['use', PAGE.url, null]]);
  });

  test('starts a new profile too where what fits is not what it is', () => {
    const done = show(unknown(ACME));
    click('New profile');
    expect(done).toEqual([['use', PAGE.url, null]]);
  });

  test('says so after a no, and not any more once it is read after all', async () => {
    const { rerender } = render(strip(unknown(ACME), [], async () => false));
    click('Use Callmark on this site (Acme CRM)');
    expect(await screen.findByText('Not allowed: Callmark stays off here')).toBeTruthy();
    rerender(strip(watched));
    expect(screen.getByRole('status').textContent).toBe('On for Acme CRM');
  });

  test('says what went wrong', async () => {
    show(unknown(ACME), () => Promise.reject(new Error('The browser asks already.')));
    click('Use Callmark on this site (Acme CRM)');
    expect(await screen.findByText('The browser asks already.')).toBeTruthy();
  });
});

test("the browser's own pages offer nothing", () => {
  show({ is: 'none' });
  expect(screen.getByRole('status').textContent).toBe('No CRM in this tab');
  expect(screen.queryByRole('button')).toBeNull();
});
