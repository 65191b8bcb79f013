/**
 * A whole shift in the demo CRM, played by the product's own controls: every arrow of the chart, the long ones
 * with the threshold at 3 s. Prints each call as it is classified, then the table, the badge, the warning and the file.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect as impatient, type Page } from '@playwright/test';
import type { Call } from '../../lib/calls/call.ts';
import type { Demo } from '../demo-crm/serve.ts';
import { answer, book, bubble, hold, ring, setThreshold } from '../e2e/desk.ts';
import type { Callmark } from '../e2e/harness/callmark.ts';
import { overlay } from '../e2e/harness/overlay.ts';

const expect = impatient.configure({ timeout: 15_000 });
const THRESHOLD_S = 3;
const ROOT = join(import.meta.dirname, '../..');

/** Plays the shift. Throws where a call does not become what the chart says. */
export async function playShift(callmark: Callmark, demo: Demo): Promise<void> {
  const shift = new Shift(callmark, demo, await begin(callmark, demo));
  console.log(`Demo CRM at ${demo.url}\n`);
  await shift.asShipped();
  await shift.lowerThreshold();
  await shift.withoutReasons();
  const warning = await shift.warning();
  await shift.setReasonsUp();
  await shift.withReasons();
  const file = await shift.export();
  shift.table(await callmark.calls());
  console.log(`\nBadge    ${(await shift.badge()) || '(none)'}`);
  console.log(`Warning  while no reasons were set up: ${warning}`);
  console.log(`Export   ${relative(ROOT, file)}`);
}

async function begin(callmark: Callmark, demo: Demo): Promise<Page> {
  await callmark.grant('http://127.0.0.1/*');
  return callmark.open(demo.url);
}

class Shift {
  private readonly callmark: Callmark;
  private readonly demo: Demo;
  private readonly crm: Page;

  constructor(callmark: Callmark, demo: Demo, crm: Page) {
    this.callmark = callmark;
    this.demo = demo;
    this.crm = crm;
  }

  /** As shipped, with the threshold at 60 s: what never gets that far, however slow the machine. */
  async asShipped(): Promise<void> {
    const { demo, crm } = this;

    const lost = await this.ringing('+15125550142');
    demo.act({ do: 'hangUp', call: lost });
    await this.became(lost, 'abandoned', 'nobody answered');

    const rejected = await this.ringing('+17375550119');
    await bubble(crm, rejected).getByTestId('bubble-reject').click();
    await this.became(rejected, 'abandoned', 'rejected by a click');

    const desk = await this.ringing('+18305550167');
    demo.act({ do: 'deskAnswer', call: desk });
    await this.kept(desk, (c) => c.connectedAt !== null);
    demo.act({ do: 'hangUp', call: desk });
    await this.became(desk, 'abandoned', 'answered on the desk phone, bubble never clicked');

    const quick = await this.answered('+15125550117');
    await book(crm, quick);
    await this.kept(quick, (c) => c.facts.job !== undefined);
    demo.act({ do: 'hangUp', call: quick });
    await this.became(quick, 'excused', 'booked and ended within the threshold: to review');

    const first = await this.ringing('+15125550184');
    const second = await this.ringing('+15125550108');
    await answer(crm, second);
    await hold(crm, second);
    await answer(crm, first);
    await this.kept(second, (c) => c.onHold);
    demo.act({ do: 'hangUp', call: second });
    demo.act({ do: 'hangUp', call: first });
    await this.became(second, 'excused', 'two at once, answered in the other order');
    await this.became(first, 'excused', '');

    const taken = await this.ringing('+15125550108');
    demo.act({ do: 'takenBy', call: taken, csr: 'Marcus Webb' });
    await this.kept(taken, (c) => c.taken);
    demo.act({ do: 'hangUp', call: taken });
    await this.became(taken, null, 'taken by another CSR: no call of this one');

    const outbound = demo.act({ do: 'dial', to: '+15125550142', csr: 'Dana Ruiz' }) ?? '';
    await this.kept(outbound, (c) => c.direction === 'outbound');
    demo.act({ do: 'endCall', call: outbound });
    await this.became(outbound, null, 'outbound: shown, never classified');
  }

  /** The threshold by the options page, so that a call over it takes seconds. */
  async lowerThreshold(): Promise<void> {
    await setThreshold(this.callmark, THRESHOLD_S);
    console.log(`– threshold set to ${THRESHOLD_S} s –`);
  }

  async withoutReasons(): Promise<void> {
    const short = await this.answered('+15125550155');
    this.demo.act({ do: 'hangUp', call: short });
    await this.became(short, 'excused', `ended within ${THRESHOLD_S} s`);

    const long = await this.ongoing('+15125550184');
    this.demo.act({ do: 'hangUp', call: long });
    await this.became(long, 'unbooked', 'no reasons set up: counts as a lead');
  }

  /** The starter set, in one click. */
  async setReasonsUp(): Promise<void> {
    const options = await this.callmark.options('reasons');
    await options.getByRole('button', { name: 'Start with a set for home services' }).click();
    await expect(options.getByLabel(/name/i).first()).toBeVisible();
    await options.close();
    console.log('– call reasons set up –');
  }

  /** The arrows that need reasons, and a number that calls again. */
  async withReasons(): Promise<void> {
    const { demo, crm } = this;

    const shopping = await this.ongoing('+15125550117');
    await this.giveReason(/Price shopping/);
    await this.kept(shopping, (c) => c.reason !== null);
    demo.act({ do: 'hangUp', call: shopping });
    await this.became(shopping, 'unbooked', 'a reason that is a lead');

    const vendor = await this.ongoing('+17375550119');
    await this.giveReason(/Vendor or sales call/);
    await this.kept(vendor, (c) => c.reason !== null);
    demo.act({ do: 'hangUp', call: vendor });
    await this.became(vendor, 'not-lead', 'a reason that is no lead');

    const booked = await this.ongoing('+15125550142');
    await book(crm, booked);
    await this.kept(booked, (c) => c.facts.job !== undefined);
    demo.act({ do: 'hangUp', call: booked });
    await this.became(booked, 'booked', 'and the number that was lost at first has reached us');

    const late = await this.ongoing('+15125550155');
    demo.act({ do: 'hangUp', call: late });
    await this.became(late, 'unbooked', 'no reason yet: the CSR is asked');
    await book(crm, late);
    await this.kept(late, (c) => c.review === 'booked-after-end');
    console.log('         … and a job within the wrap-up time: to review');
  }

  /** The popup's words. */
  async warning(): Promise<string> {
    const popup = await this.callmark.popup();
    const words = await popup
      .getByText(/lead count/i)
      .first()
      .textContent();
    await popup.close();
    return (words ?? '').replaceAll(/\s+/g, ' ').trim();
  }

  badge(): Promise<string> {
    return this.callmark.inExtension(() => chrome.action.getBadgeText({}));
  }

  /** Today's calls by the popup's own button; gives the file's path. */
  async export(): Promise<string> {
    const popup = await this.callmark.popup();
    await popup.getByText('Export calls').click();
    const download = popup.waitForEvent('download');
    await popup.getByRole('button', { name: 'Download CSV' }).click();
    const folder = join(ROOT, 'demo-output');
    mkdirSync(folder, { recursive: true });
    const file = await download;
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    await popup.close();
    return path;
  }

  table(calls: Call[]): void {
    console.log();
    console.table(
      calls.map((c) => ({
        call: c.id.split('#')[1],
        from: c.facts.from,
        classification: c.classification ?? (c.taken ? '(taken)' : '(outbound)'),
        cause: c.cause ?? '',
        talk: c.talkMs === null ? '' : `${(c.talkMs / 1000).toFixed(1)} s`,
        lead: c.lead ?? '',
        basis: c.leadBasis,
        reason: c.reason?.name ?? '',
        job: c.facts.job ?? '',
        review: c.review ?? '',
        'follow-up': c.followUp?.state ?? '',
      })),
    );
  }

  private async ringing(from: string): Promise<string> {
    const call = ring(this.demo, from);
    await this.kept(call, () => true);
    return call;
  }

  private async answered(from: string): Promise<string> {
    const call = await this.ringing(from);
    await answer(this.crm, call);
    await this.kept(call, (c) => c.answeredAt !== null);
    return call;
  }

  private async ongoing(from: string): Promise<string> {
    const call = await this.answered(from);
    await overlay(this.crm).waitFor('Ongoing');
    return call;
  }

  private async giveReason(name: RegExp): Promise<void> {
    await overlay(this.crm).click('button', 'Give a reason');
    await overlay(this.crm).click('radio', name);
  }

  private async became(call: string, what: Call['classification'], why: string): Promise<void> {
    const kept = await this.kept(call, (c) => c.endedAt !== null && c.classification === what);
    const name = what ?? 'no classification';
    console.log(`${call}  ${(kept.facts.from ?? '').padEnd(13)} ${name.padEnd(18)} ${why}`);
  }

  /** Waits until the call is kept so. */
  private async kept(call: string, so: (c: Call) => boolean): Promise<Call> {
    const id = `${this.demo.origin}#${call}`;
    const find = async () => (await this.callmark.calls()).find((c) => c.id === id);
    await expect
      .poll(async () => find().then((c) => c !== undefined && so(c)), {
        message: `${call} is kept as expected`,
      })
      .toBe(true);
    const found = await find();
    if (!found) throw new Error(`${call} is not kept`);
    return found;
  }
}
