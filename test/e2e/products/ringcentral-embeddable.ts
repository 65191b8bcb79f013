/** RingCentral Embeddable: a phone in a frame of another site, which posts what happens to the page around it. */
import type { Page } from '@playwright/test';
import type { OnPage, Product } from './product.ts';

const phone = (page: Page) => page.frameLocator('#rc-widget-adapter-frame');
const sign = (page: Page, name: string) => phone(page).locator(`[data-sign="${name}"]`);
const panel = (page: Page) => sign(page, 'IncomingCallPanel');
const toggle = (page: Page) => page.locator('.Adapter_toggle').click();

/** A call that waits covers the one that is talked on, until it is put aside. */
async function putAside(page: Page): Promise<void> {
  if (await panel(page).isVisible()) await sign(page, 'backButton').click();
}

async function bringBack(page: Page): Promise<void> {
  if (!(await panel(page).isVisible())) await sign(page, 'ringingCalls').click();
}

const press = (name: string) => async (page: Page, _call: OnPage) => {
  await bringBack(page);
  await panel(page).locator(`[data-sign="${name}"]`).click();
};

export const ringcentralEmbeddable: Product = {
  id: 'ringcentral-embeddable',
  answer: press('answer'),
  reject: press('ignore'),
  async hangUp(page) {
    await putAside(page);
    await sign(page, 'hangup').click();
  },
  minimise: toggle,
  restore: toggle,
  showsName: true,
  showsCampaign: true,
  namesJob: false,
  cannot: {
    booked: 'the CRM around it books',
    lingering: 'goes as the call ends',
  },
};
