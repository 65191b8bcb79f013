/** The way out: which days, which calls, how many those are, and the file. */
import { useId, useMemo, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { text } from '@/components/text.ts';
import { CLASSIFICATIONS, type Classification } from '@/lib/calls/call.ts';
import { ExportChoice } from './ExportChoice.tsx';
import type { Days, Exporter } from './popup.ts';
import { selectionOf } from './selection.ts';
import { type ExportRun, useExport } from './use-export.ts';

export interface ExportPanelProps {
  /** The office's, IANA name. */
  timeZone: string;
  /** Epoch ms. */
  now: number;
  reasonsMissing: boolean;
  exporter: Exporter;
}

export function ExportPanel({ timeZone, now, reasonsMissing, exporter }: ExportPanelProps) {
  const title = useId();
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState<Days>({ kind: 'today' });
  const [ticked, setTicked] = useState<ReadonlySet<Classification>>(new Set(CLASSIFICATIONS));
  const chosen = selectionOf(days, ticked, now, timeZone);
  // The clock ticks, the days do not: a new object only when what it says is new.
  const said = JSON.stringify(chosen);
  const selection = useMemo(() => chosen, [said]);
  const run = useExport(exporter, open ? selection : null);
  return (
    <details class="card export" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="download" />
        <h2 id={title}>{text('popupExport')}</h2>
        <Icon name="chevron" />
      </summary>
      <form
        aria-labelledby={title}
        onSubmit={(event) => {
          event.preventDefault();
          run.start();
        }}
      >
        <ExportChoice
          days={days}
          ticked={ticked}
          timeZone={timeZone}
          now={now}
          disabled={run.done !== null}
          onDays={setDays}
          onTicked={setTicked}
        />
        {reasonsMissing && (
          <p class="suffers">
            <Icon name="warning" />
            {text('popupExportSuffers')}
          </p>
        )}
        <ExportFoot run={run} none={selection === null} />
      </form>
    </details>
  );
}

function ExportFoot({ run, none }: { run: ExportRun; none: boolean }) {
  if (run.done !== null) {
    return (
      <div class="line export-foot">
        <progress class="grow" aria-label={text('popupExportProgress')} max={1} value={run.done} />
        <span class="faint">{run.done.toLocaleString(undefined, { style: 'percent' })}</span>
        <button type="button" class="button" onClick={run.cancel}>
          {text('popupCancel')}
        </button>
      </div>
    );
  }
  return (
    <div class="line export-foot">
      <span class="grow" role="status">
        {run.failed ? <span class="failed">{run.failed}</span> : footText(run, none)}
      </span>
      <button type="submit" class="button primary" disabled={none || run.count === 0}>
        <Icon name="download" />
        {text('popupExportDownload')}
      </button>
    </div>
  );
}

function footText(run: ExportRun, none: boolean): string {
  if (none) return text('popupExportNothingChosen');
  if (run.finished) return text('popupExportDone');
  if (run.count === null) return text('popupExportCounting');
  return run.count === 1 ? text('popupCallsOne') : text('popupCalls', run.count.toLocaleString());
}
