/** Three call screens that were made without the reader in mind, and how a CSR works on each. */
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** How a CSR works on a screen: by what a person sees of it. */
export interface Screen {
  name: string;
  /** The number as the page writes it. */
  written: string;
  other: string;
  answer(page: Page): Locator;
  decline(page: Page): Locator;
  hangUp(page: Page): Locator;
  hold(page: Page): Locator;
  resume(page: Page): Locator;
  /** Folds the phone away, and unfolds it; `null` = it cannot be. */
  fold: ((page: Page) => Locator[]) | null;
  /** Books a job for the call that is talked on. */
  book(page: Page): Promise<void>;
}

const telefon = (page: Page): FrameLocator => page.frameLocator('#telefon');

export const SCREENS: Screen[] = [
  {
    name: 'fieldmere',
    written: '(512)5550143',
    other: '(512)5550177',
    answer: (page) => page.getByRole('button', { name: 'Answer' }),
    decline: (page) => page.getByRole('button', { name: 'Decline' }),
    hangUp: (page) => page.getByRole('button', { name: 'Hang up' }),
    hold: (page) => page.getByRole('button', { name: 'Hold' }),
    resume: (page) => page.getByRole('button', { name: 'Resume' }),
    fold: (page) => [
      page.getByRole('button', { name: 'Collapse phone' }),
      page.getByRole('button', { name: '☎' }),
    ],
    async book(page) {
      await page.getByRole('button', { name: 'Book job' }).first().click();
      await page.getByLabel('Customer').fill('Ada');
      await page.getByRole('button', { name: 'Save job' }).click();
    },
  },
  {
    name: 'leitwerk',
    written: '0151 / 55 50 22 33',
    other: '089 / 55 50 70 70',
    answer: (page) => telefon(page).getByRole('button', { name: 'Annehmen' }),
    decline: (page) => telefon(page).getByRole('button', { name: 'Abweisen' }),
    hangUp: (page) => telefon(page).getByRole('button', { name: 'Auflegen' }),
    hold: (page) => telefon(page).getByRole('button', { name: 'Halten' }),
    resume: (page) => telefon(page).getByRole('button', { name: 'Weiter' }),
    fold: null,
    async book(page) {
      await telefon(page).getByRole('button', { name: 'Auftrag' }).first().click();
      await page.getByLabel('Kunde').fill('Ada');
      await page.getByRole('button', { name: 'Auftrag speichern' }).click();
    },
  },
  {
    name: 'pelicanrow',
    written: '512.555.0131',
    other: '303.555.0164',
    answer: (page) => page.getByRole('button', { name: 'Answer' }),
    decline: (page) => page.getByRole('button', { name: 'Send to voicemail' }),
    hangUp: (page) => page.getByRole('button', { name: 'Hang up' }),
    hold: (page) => page.getByRole('button', { name: 'Hold' }),
    resume: (page) => page.getByRole('button', { name: 'Resume' }),
    fold: (page) => [page.getByRole('button', { name: 'Minimise' }), page.getByTitle('Show phone')],
    async book(page) {
      await page.getByRole('button', { name: 'Schedule visit' }).click();
      await page.getByRole('button', { name: 'Thu 10:30' }).click();
      await page.getByRole('button', { name: 'Confirm visit' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
    },
  },
];
