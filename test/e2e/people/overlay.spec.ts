/** The overlay beside the CRM's own work: it takes no key, click or node that is not its own. */
import type { Page } from '@playwright/test';
import { bubble, MARIA, ring, setThreshold } from '../desk.ts';
import { expect, overlay, test } from '../harness/test.ts';
import { kept, ringing, type send, startWithReasons, talking } from './steps.ts';

/** Opens the CRM's customers, whose search field stays while calls come and go; gives the field, focused. */
async function typing(crm: Page) {
  await crm.getByRole('link', { name: 'Customers' }).click();
  const field = crm.getByRole('searchbox', { name: 'Search customers' });
  await field.click();
  return field;
}

/** From now on the page counts every key that it hears. */
async function hearKeys(crm: Page): Promise<() => Promise<string[]>> {
  await crm.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['keydown', 'keypress', 'keyup']) {
      window.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key), { capture: true });
    }
  });
  return () => crm.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

/** What the worker does when the keyboard command is pressed; the shortcut itself is the browser's to hear. */
async function focusOverlay(callmark: Parameters<typeof send>[0], crm: Page): Promise<void> {
  await callmark.inExtension(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    if (tab?.id === undefined) throw new Error('the CRM has no tab');
    await chrome.tabs.sendMessage(tab.id, { id: 1, type: 'focusOverlay', timestamp: Date.now() });
  }, crm.url());
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where something shows, in CSS px. Asked until it shows: the CRM draws its bubbles anew all the time. */
async function where(box: () => Promise<Box | null>): Promise<Box> {
  let found: Box | null = null;
  const look = async () => {
    found = await box();
    return found;
  };
  await expect.poll(look, { message: 'it shows', intervals: [50, 100] }).not.toBeNull();
  return found ?? { x: 0, y: 0, width: 0, height: 0 };
}

test('number keys are Callmark’s only with the focus in the overlay, and then the CRM hears none', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 1);
  await startWithReasons(callmark);
  await crm.bringToFront();
  const call = await talking(callmark, crm, demo, MARIA);
  await overlay(crm).waitFor('Ongoing');
  const field = await typing(crm);
  await crm.keyboard.type('512');
  await expect(field).toHaveValue('512');
  expect((await kept(callmark, call)).reason).toBeNull();

  const heard = await hearKeys(crm);
  await focusOverlay(callmark, crm);
  await overlay(crm).waitForRole('radio', /^1 Price shopping/);
  await expect.poll(() => crm.evaluate(() => document.activeElement?.localName)).toBe('callmark-overlay');
  await crm.keyboard.press('2');
  await kept(callmark, call, { reason: { name: 'Wanted a quote only' } });
  await crm.keyboard.press('ArrowDown');
  await crm.keyboard.press('Delete');
  await kept(callmark, call, { reason: null });
  await crm.keyboard.press('7');
  await kept(callmark, call, { reason: { name: 'Vendor or sales call', isLead: false } });
  await crm.keyboard.press('Escape');
  await expect(field).toBeFocused();
  expect(await heard()).toEqual([]);
  await expect(field).toHaveValue('512');
  await crm.keyboard.type('5');
  await expect(field).toHaveValue('5125');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  await kept(callmark, call, { classification: 'not-lead', reason: { name: 'Vendor or sales call' } });
});

test('a click on the overlay leaves the focus where the CSR types, and a click by script does nothing', async ({
  callmark,
  crm,
  demo,
}) => {
  await setThreshold(callmark, 1);
  await startWithReasons(callmark);
  await crm.bringToFront();
  const call = await talking(callmark, crm, demo, MARIA);
  await overlay(crm).waitFor('Ongoing');
  const field = await typing(crm);
  await overlay(crm).click('button', 'Give a reason');
  await expect(field).toBeFocused();

  const box = await where(overlay(crm).box);
  await crm.evaluate(({ x, y, width, height }) => {
    const host = document.querySelector('callmark-overlay');
    if (!(host instanceof HTMLElement)) throw new Error('there is no overlay');
    for (let top = y + 5; top < y + height; top += 10) {
      for (let left = x + 5; left < x + width; left += 20) {
        const where = { bubbles: true, cancelable: true, composed: true, clientX: left, clientY: top };
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          const event = type.startsWith('pointer') ? PointerEvent : MouseEvent;
          host.dispatchEvent(new event(type, where));
        }
      }
    }
    for (const key of ['1', '2', 'Enter', 'Delete', 'Escape']) {
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    host.click();
  }, box);
  expect((await overlay(crm).names('radio')).length).toBe(11);
  expect((await kept(callmark, call)).reason).toBeNull();

  await overlay(crm).click('radio', /Price shopping/);
  await kept(callmark, call, { reason: { id: 'price-shopping' } });
  await expect(field).toBeFocused();
  await crm.keyboard.type('ok');
  await expect(field).toHaveValue('ok');
});

test('it is dragged, never onto a bubble, and stays collapsed and where it was left after a reload', async ({
  callmark,
  crm,
  demo,
}) => {
  await crm.bringToFront();
  const call = await ringing(callmark, demo, MARIA);
  await overlay(crm).waitFor('Ringing');
  const drag = async (x: number, y: number) => {
    const from = await where(overlay(crm).box);
    await crm.mouse.move(from.x + from.width / 2, from.y + 12);
    await crm.mouse.down();
    await crm.mouse.move(from.x + from.width / 2 + 10, from.y + 20, { steps: 3 });
    await crm.mouse.move(x, y, { steps: 5 });
    await crm.mouse.up();
    await crm.mouse.move(1, 1);
  };
  const place = () =>
    callmark.inExtension(async () => {
      const { places } = (await chrome.storage.local.get('places')) as {
        places?: Record<string, { corner: string; collapsed: boolean }>;
      };
      return places?.['demo-crm'] ?? null;
    });
  await drag(300, 120);
  await expect.poll(place).toMatchObject({ corner: 'top-left', collapsed: false });

  const phone = await where(() => bubble(crm, call).boundingBox());
  await drag(phone.x + phone.width / 2, phone.y + phone.height / 2);
  const apart = async () => {
    const a = await where(overlay(crm).box);
    const b = await where(() => bubble(crm, call).boundingBox());
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  };
  await expect.poll(apart, { message: 'no overlap with the bubble' }).toBe(true);

  await drag(300, 120);
  await expect.poll(place).toMatchObject({ corner: 'top-left' });
  await overlay(crm).click('button', 'Collapse');
  await overlay(crm).waitForRole('button', /^Open: .*Ringing/);
  await expect.poll(place).toMatchObject({ corner: 'top-left', collapsed: true });
  const pill = await where(overlay(crm).box);
  await crm.reload();
  await overlay(crm).waitForRole('button', /^Open: .*Ringing/);
  await crm.mouse.move(1, 1);
  const corner = async () => {
    const { x, y } = await where(overlay(crm).box);
    return [Math.round(x), Math.round(y)];
  };
  await expect.poll(corner).toEqual([Math.round(pill.x), Math.round(pill.y)]);
  await overlay(crm).click('button', /^Open/);
  await overlay(crm).waitForRole('article', 'Call from Maria Alvarez');
});

test('the CRM’s page is untouched but for one element, and its own nodes never hear of it', async ({
  callmark,
  demo,
}) => {
  /** Everything that changes in the page while a call rings and is missed, without what differs by time. */
  const watchPage = async (): Promise<{ log: string[]; added: string[] }> => {
    const page = await callmark.open('about:blank');
    await page.addInitScript(() => {
      const log: string[] = [];
      const added: string[] = [];
      Object.assign(globalThis, { seen: { log, added } });
      const name = (node: Node) => (node instanceof Element ? node.localName : node.nodeName);
      new MutationObserver((records) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
          for (const node of [...addedNodes, ...removedNodes]) {
            if (name(node).startsWith('callmark')) added.push(`${name(node)} in ${name(target)}`);
          }
          if (type === 'attributes') log.push(`${name(target)}.${attributeName}`);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await page.goto(`${demo.url}?panel=0`);
    const call = ring(demo, MARIA);
    await expect(bubble(page, call)).toBeVisible();
    demo.act({ do: 'hangUp', call });
    await expect(bubble(page, call)).toHaveAttribute('data-state', 'ended');
    demo.act({ do: 'reset' });
    await expect(page.getByTestId('call-bubble')).toHaveCount(0);
    const own = await page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: { log: string[]; added: string[] } };
      return { log: [...new Set(seen.log)].sort(), added: seen.added };
    });
    await page.close();
    return own;
  };
  const without = await watchPage();
  await callmark.grant('http://127.0.0.1/*');
  const withIt = await watchPage();
  expect(without.added).toEqual([]);
  expect(withIt.added).toEqual(['callmark-overlay in html']);
  const own = withIt.log.filter((line) => !line.startsWith('callmark-overlay.'));
  expect(own).toEqual(without.log);
});
