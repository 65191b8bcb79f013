// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Site } from '@/components/popup/popup.ts';
import { SiteStrip } from '@/components/popup/SiteStrip.tsx';
import { fireEvent, render, screen } from '../dom.ts';

function show(site: Site, answer: () => Promise<boolean> = async () => true) {
  const asked: (string[] | 'crms')[] = [];
  const onAllow = (matches: string[]) => {
    asked.push(matches);
    return answer();
  };
  render(<SiteStrip site={site} onAllow={onAllow} onOpenCrms={() => asked.push('crms')} />);
  return asked;
}

const toAllow: Site = {
  is: 'to-allow',
  host: 'crm.acme.example',
  crm: 'Acme CRM',
  matches: ['https://crm.acme.example/*'],
};

describe('the page in the active tab', () => {
  test('a CRM that is read is named', () => {
    show({ is: 'watched', host: 'crm.acme.example', crm: 'Acme CRM' });
    expect(screen.getByRole('status').textContent).toBe('On for Acme CRM');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('a known page that is not allowed yet asks the browser within the very click', () => {
    const asked = show(toAllow);
    fireEvent.click(screen.getByRole('button', { name: 'Use Callmark on this site' }));
    expect(asked).toEqual([['https://crm.acme.example/*']]);
  });

  test('a no is said', async () => {
    show(toAllow, async () => false);
    fireEvent.click(screen.getByRole('button', { name: 'Use Callmark on this site' }));
    expect(await screen.findByText('Not allowed: Callmark stays off here')).toBeTruthy();
  });

  test('a page that is allowed after all is not said to be refused any more', async () => {
    const strip = (site: Site) => (
      <SiteStrip site={site} onAllow={async () => false} onOpenCrms={() => undefined} />
    );
    const { rerender } = render(strip(toAllow));
    fireEvent.click(screen.getByRole('button', { name: 'Use Callmark on this site' }));
    await screen.findByText('Not allowed: Callmark stays off here');
    rerender(strip({ is: 'watched', host: 'crm.acme.example', crm: 'Acme CRM' }));
    expect(screen.getByRole('status').textContent).toBe('On for Acme CRM');
  });

  test('a page no profile knows leads to the CRMs', () => {
    const asked = show({ is: 'unknown', host: 'news.example' });
    expect(screen.getByRole('status').textContent).toBe("Callmark doesn't know this page yet");
    fireEvent.click(screen.getByRole('button', { name: 'Add a CRM' }));
    expect(asked).toEqual(['crms']);
  });

  test("the browser's own pages offer nothing", () => {
    show({ is: 'none' });
    expect(screen.getByRole('status').textContent).toBe('No CRM in this tab');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
