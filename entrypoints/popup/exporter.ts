/** Exports from the store into the browser's downloads. */
import type { Exporter } from '@/components/popup/popup.ts';
import { officeTimeZone } from '@/components/store-hooks.ts';
import { csvExport, csvFileName } from '@/lib/export/csv.ts';
import { readConfig } from '@/lib/store/config.ts';
import { countCalls, eachCallBetween } from '@/lib/store/queries.ts';

export const storeExporter: Exporter = {
  async count({ range, classifications }, signal) {
    if (classifications === null) return countCalls(range);
    let calls = 0;
    const add = (_: unknown, done: number) => {
      calls = done;
    };
    await eachCallBetween(range, classifications, add, signal);
    return calls;
  },

  async download({ range, classifications }, onProgress, signal) {
    const { settings } = await readConfig();
    const timeZone = officeTimeZone(settings.timeZone);
    const file = await csvExport({
      timeZone,
      range,
      classifications,
      source: eachCallBetween,
      onProgress,
      signal,
    });
    const url = URL.createObjectURL(file);
    const link = Object.assign(document.createElement('a'), {
      href: url,
      download: csvFileName(range, timeZone),
    });
    link.click();
    // The browser reads the file after the click; a minute is time enough, and the page's end frees it too.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
};
