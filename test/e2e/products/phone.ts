/** The caller's side of a product page: what test/pages/products/stage.js puts into `window.phone`. */
import type { Page } from '@playwright/test';

/** Who calls. */
export interface Caller {
  from: string;
  name?: string;
  to?: string;
  campaign?: string;
}

/** Something that truly happened, by the page's own clock. */
export interface Moment {
  what: 'rang' | 'connected' | 'ended' | 'booked';
  /** Id of the call; `null` for a job that was booked for none. */
  call: string | null;
  /** Epoch ms, with fractions. */
  at: number;
  /** Of `booked`: the job's number. */
  job?: string;
  /** Of `ended`. */
  how?: 'missed' | 'cancelled' | 'rejected' | 'ended';
}

/** What can happen to the line, and to the page, without a CSR's click. */
export interface Phone {
  /** Rings; gives the id of the call, never the same again. */
  ring(caller: Caller): string;
  /** Nobody takes it: the line gives up. */
  miss(call: string): void;
  /** The caller hangs up while it rings. */
  cancel(call: string): void;
  /** The far end hangs up. */
  hangUp(call: string): void;
  /** Answered without a click here: a desk phone, auto-answer. */
  connect(call: string): void;
  /** The CSR saves a job or a ticket; the page confirms it in its own way. Gives the job's number. */
  book(call?: string): string;
  /** Something unrelated is drawn anew, and the call with it. */
  noise(): void;
  minimise(): void;
  restore(): void;
  log(): Moment[];
  /** The clock of the log. */
  now(): number;
  /** Unrelated updates made since the start, and the time since, ms. */
  updates(): { made: number; ms: number };
}

declare global {
  interface Window {
    phone: Phone;
  }
}

/** The same, from outside the page: everything takes a turn. */
export type RemotePhone = {
  [K in keyof Phone]: (...given: Parameters<Phone[K]>) => Promise<ReturnType<Phone[K]>>;
};

/** The phone of the product page that is open in this tab. */
export function remotePhone(page: Page): RemotePhone {
  const on =
    <K extends keyof Phone>(name: K) =>
    (...given: Parameters<Phone[K]>) =>
      page.evaluate(([method, all]) => (window.phone[method] as (...a: unknown[]) => unknown)(...all), [
        name,
        given,
      ] as const) as Promise<ReturnType<Phone[K]>>;
  return {
    ring: on('ring'),
    miss: on('miss'),
    cancel: on('cancel'),
    hangUp: on('hangUp'),
    connect: on('connect'),
    book: on('book'),
    noise: on('noise'),
    minimise: on('minimise'),
    restore: on('restore'),
    log: on('log'),
    now: on('now'),
    updates: on('updates'),
  };
}

/** When that truly happened to the call, epoch ms. Throws where it did not. */
export async function momentOf(phone: RemotePhone, call: string, what: Moment['what']): Promise<number> {
  const found = (await phone.log()).find((m) => m.call === call && m.what === what);
  if (!found) throw new Error(`${call} has not ${what}`);
  return found.at;
}
