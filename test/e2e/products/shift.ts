/** A CSR at one product's page with Callmark over it, for one scenario: what is done there, and what was kept of it. */
import { expect as impatient, type Page } from '@playwright/test';
import type { Call } from '@/lib/calls/call.ts';
import type { Callmark } from '../harness/callmark.ts';
import { type Caller, momentOf, type RemotePhone, remotePhone } from './phone.ts';
import type { OnPage, Product } from './product.ts';

const expect = impatient.configure({ timeout: 15_000 });
const OFTEN = { intervals: [50, 100, 200] };

/** How much later than the page itself an answer or an end may be noted, ms. Far below any lingering (1 s and more). */
const LATE_MS = 500;
/** How much sooner: a click is known before the page's own listeners act on it, ms. */
const EARLY_MS = 100;
/** How much sooner, of a call that went without a sign: it ended when it was last read, ms. */
const LAST_READ_MS = 500;

/** What a kept call is expected to have in it; of objects a part is enough. */
type Expected = { [K in keyof Call]?: unknown };

/** A page that was just opened, and the calls that are kept from then on. */
export class Shift {
  readonly page: Page;
  readonly phone: RemotePhone;
  readonly product: Product;
  private readonly callmark: Callmark;
  private readonly before: Set<string>;

  private constructor(callmark: Callmark, product: Product, page: Page, before: Set<string>) {
    this.callmark = callmark;
    this.product = product;
    this.page = page;
    this.phone = remotePhone(page);
    this.before = before;
  }

  /** Opens the product's page and waits until Callmark reads it. */
  static async begin(callmark: Callmark, product: Product, url: string): Promise<Shift> {
    const before = new Set((await callmark.calls()).map(({ id }) => id));
    const page = await callmark.open(url);
    await page.locator('callmark-overlay').waitFor({ state: 'attached' });
    return new Shift(callmark, product, page, before);
  }

  /** All calls that are kept since the page was opened, by start. */
  async calls(): Promise<Call[]> {
    return (await this.callmark.calls()).filter(({ id }) => !this.before.has(id));
  }

  /** Waits until exactly these calls are kept, in the order in which they began, and gives them. */
  async kept(...expected: Expected[]): Promise<Call[]> {
    await expect
      .poll(() => this.calls(), { message: 'the calls that are kept', ...OFTEN })
      .toMatchObject(expected);
    return this.calls();
  }

  /** Rings; resolves once it is kept, as the `nth` call (from 0) of this shift. */
  async ring(caller: Caller, nth = 0): Promise<OnPage> {
    const id = await this.phone.ring(caller);
    await expect
      .poll(async () => (await this.calls())[nth] ?? null, { message: 'the call that rings', ...OFTEN })
      .toMatchObject({ endedAt: null, classification: null, ...this.facts(caller, nth === 0) });
    return { ...caller, id };
  }

  /** The CSR answers, or the desk phone where the page has no control for it; resolves once that is kept. */
  async answer(call: OnPage, nth = 0): Promise<void> {
    if (this.product.answer) await this.product.answer(this.page, call, this.phone);
    else await this.phone.connect(call.id);
    const answered = async () => (await this.calls())[nth]?.answeredAt ?? null;
    await expect.poll(answered, { message: 'the call is answered', ...OFTEN }).not.toBeNull();
    if (this.product.answer) {
      const claimed = async () => (await this.calls())[nth]?.claimedAt ?? null;
      await expect.poll(claimed, { message: 'the click that answered it', ...OFTEN }).not.toBeNull();
    }
    this.isNear((await answered()) as number, await momentOf(this.phone, call.id, 'connected'));
  }

  /** The CSR hangs up, or the far end where the page has no control for it. */
  async hangUp(call: OnPage): Promise<void> {
    if (this.product.hangUp) await this.product.hangUp(this.page, call, this.phone);
    else await this.phone.hangUp(call.id);
  }

  /** Waits until a call has lasted this long since it was answered, by the page's clock. */
  async lasted(ms: number, nth = 0): Promise<void> {
    const answeredAt = (await this.calls())[nth]?.answeredAt;
    if (answeredAt == null) throw new Error('the call is not answered');
    await this.passed(answeredAt + ms);
  }

  /** Waits until it is that time (epoch ms) by the page's clock. */
  async passed(time: number): Promise<void> {
    await expect.poll(() => this.phone.now(), { message: 'the time passes', ...OFTEN }).toBeGreaterThan(time);
  }

  /** The kept end is the true one: hardly sooner, and later by no more than the page itself shows it. */
  async endedTruly(kept: Call | undefined, call: OnPage): Promise<void> {
    const early = kept?.mayReturn ? LAST_READ_MS : EARLY_MS;
    this.isNear(kept?.endedAt ?? Number.NaN, await momentOf(this.phone, call.id, 'ended'), early);
  }

  /** Ends it: nothing may be left that rings, and the page was as busy as it was to be. */
  async close(): Promise<void> {
    const { made, ms } = await this.phone.updates();
    expect((1000 * made) / ms, 'unrelated updates a second').toBeGreaterThan(150);
    await this.page.close();
  }

  /** @param alone a page may keep the queue of a second call to itself. */
  private facts({ from, name, campaign }: Caller, alone: boolean): Expected {
    const shown = {
      ...(this.product.showsName && name !== undefined && { name }),
      ...(alone && this.product.showsCampaign && campaign !== undefined && { campaign }),
    };
    return { direction: 'inbound', facts: { from: expect.stringContaining(from), ...shown } };
  }

  private isNear(kept: number, truly: number, early = EARLY_MS): void {
    expect(kept - truly, 'ms from what happened to what is kept').toBeGreaterThanOrEqual(-early);
    expect(kept - truly, 'ms from what happened to what is kept').toBeLessThan(
      LATE_MS + (this.product.lateMs ?? 0),
    );
  }
}
