/** Exports from the store into the browser's downloads. */
import type { Exporter } from '@/components/popup/popup.ts';
import { officeTimeZone } from '@/components/store-hooks.ts';
import type { Call } from '@/lib/calls/call.ts';
import { csvExport, csvFileName } from '@/lib/export/csv.ts';
import { readConfig } from '@/lib/store/config.ts';
import { countCalls, eachCallBetween } from '@/lib/store/queries.ts';

/** Counts and downloads calls of a range (epoch ms); both reject where the signal is aborted. */
export const storeExporter: Exporter = {
  async count({ range, classifications }, signal) {
    let ended = 0;
    const add = (calls: Call[]) => {
      ended += calls.filter((call) => call.endedAt !== null).length;
    };
    await eachCallBetween(range, classifications, add, signal);
    return ended;
  },

  async download({ range, classifications }, onProgress, signal) {
    const [{ settings }, all] = await Promise.all([readConfig(), countCalls(range)]);
    const timeZone = officeTimeZone(settings.timeZone);
    const file = await csvExport({
      timeZone,
      range,
      classifications,
      source: eachCallBetween,
      onProgress: (done) => onProgress(Math.min(1, done / Math.max(1, all))),
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
