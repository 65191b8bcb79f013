/** The toolbar badge: how many abandoned calls are open, else a mark while reasons are missing. */
import { readConfig, reasonsMissing } from '@/lib/store/config.ts';
import { countAbandoned } from '@/lib/store/queries.ts';
import { say } from './say.ts';

/** What the badge says. Red number of open abandoned calls, `99+` above 99; `!` where only reasons are missing. */
export function badgeText(abandoned: number, missing: boolean): string {
  if (abandoned > 99) return '99+';
  if (abandoned > 0) return String(abandoned);
  return missing ? '!' : '';
}

/** Brings the badge up to date with the store. */
export async function updateBadge(): Promise<void> {
  const [abandoned, { reasons }] = await Promise.all([countAbandoned(), readConfig()]);
  const missing = reasonsMissing(reasons);
  const parts = [
    abandoned > 0 ? say('badgeAbandoned', String(abandoned)) : '',
    missing ? say('badgeReasonsMissing') : '',
  ].filter((part) => part !== '');
  await Promise.all([
    chrome.action.setBadgeText({ text: badgeText(abandoned, missing) }),
    chrome.action.setBadgeBackgroundColor({ color: abandoned > 0 ? '#c62828' : '#8a5a00' }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title: [say('extensionName'), ...parts].join(' – ') }),
  ]);
}
