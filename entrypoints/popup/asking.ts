/** Asks the page in a tab which products it looks like. The click that opened the popup allows it. */
import type { Asked, Asking } from '@/lib/crm/fitting.ts';

/** Ids of the profiles that the page fits; none where it may not be asked: the browser's own pages, its store. */
export async function fittingIn(tabId: number, asked: Asked[]): Promise<string[]> {
  if (asked.length === 0) return [];
  const target = { tabId };
  try {
    await chrome.scripting.executeScript({ target, files: ['fits.js'] });
    const [answer] = await chrome.scripting.executeScript({ target, func: ask, args: [asked] });
    return answer?.result ?? [];
  } catch (error) {
    console.info('Callmark could not ask this page what it is:', error);
    return [];
  }
}

/** Runs in the page's tab. */
function ask(asked: Asked[]): string[] {
  return (globalThis as Asking).callmarkFits?.(asked) ?? [];
}
