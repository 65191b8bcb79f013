/** VICIdial's hot keys: one press hangs up and gives the disposition, both in the same moment. */
import { expect, test } from '@playwright/test';
import { playOn } from './built-in.ts';
import { THRESHOLD_MS } from './scenarios.ts';
import { vicidial } from './vicidial.ts';

const MARIA = { from: '+15125550142', name: 'Maria Lopez' };

for (const { key, status, expected } of [
  { key: '1', status: 'SALE', expected: { classification: 'booked', review: null } },
  { key: '2', status: 'NI', expected: { classification: 'unbooked', review: null } },
]) {
  test(`the hot key of ${status} ends the call, which is then ${expected.classification}`, () =>
    playOn(vicidial, async (shift) => {
      const call = await shift.ring(MARIA);
      await shift.lasted(THRESHOLD_MS);
      await shift.page.locator('#hotkeysdisplay').hover();
      await shift.page.keyboard.press(key);
      await expect(shift.page.locator('#HotKeyDispo')).toContainText(status);
      await expect(shift.page.locator('#HotKeyActionBox')).toBeHidden();
      const [kept] = await shift.kept(expected);
      await shift.endedTruly(kept, call);
    }));
}
