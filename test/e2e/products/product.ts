/** What a product is to the scenarios: its page, and how a CSR works on it, by real clicks. */
import type { Page } from '@playwright/test';
import type { Caller, RemotePhone } from './phone.ts';

/** All scenarios, in the order of the table. */
export const SCENARIOS = [
  'not answered',
  'short',
  'unbooked',
  'booked',
  'cancelled',
  'rejected',
  'two at once',
  'same number twice',
  'noise, minimised',
  'lingering',
] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** One call on the product's page, for the CSR who looks at it. */
export interface OnPage extends Caller {
  /** Its id on the line (`Phone.ring`); pages that show none know it only by the caller. */
  id: string;
}

/** What a CSR does; each resolves once the click is made. */
export type Act = (page: Page, call: OnPage, phone: RemotePhone) => Promise<void>;

/** One product, as its page is used. Its page is `test/pages/products/<id>.html`. */
export interface Product {
  /** Id of its built-in profile, and name of its page. */
  id: string;
  /** Left out: there is no such control, and the desk phone answers (`Phone.connect`). */
  answer?: Act;
  /** Left out: there is no such control. */
  reject?: Act;
  /** Left out: there is no such control, only the far end hangs up. */
  hangUp?: Act;
  /** Left out: nothing to click, `Phone.minimise` and `restore` alone (which may do nothing). */
  minimise?: Act;
  restore?: Act;
  /** What the page shows of the end while its box lingers; for the scenario `lingering`. */
  lingers?: (page: Page, call: OnPage) => Promise<boolean>;
  /** `connected`: no call ever rings on the page, the switch puts callers through. Default: it rings. */
  arrives?: 'connected';
  /** `after the end`: the CSR says what a call came to once it is over; the job then marks it for review. Default: in mid-call. */
  books?: 'after the end';
  /** The page shows the caller's name. */
  showsName: boolean;
  /** The page shows the queue or campaign. Default: it does not. */
  showsCampaign?: boolean;
  /** The page's confirmation names the job. */
  namesJob: boolean;
  /** How much later than it happens the page itself can show that a call was answered or ended, ms. Default 0. */
  lateMs?: number;
  /** Scenarios that cannot be on this product, and why, in a few words. */
  cannot: Partial<Record<Scenario, string>>;
}
