// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { ExportPanel } from '@/components/popup/ExportPanel.tsx';
import type { Exporter, Selection } from '@/components/popup/popup.ts';
import { HOUR, NOW, SECOND } from '../a-call.ts';
import { fireEvent, render, screen, waitFor } from '../dom.ts';

/** An exporter whose answers the test gives when it likes. */
function anExporter() {
  const counts: { selection: Selection; signal: AbortSignal; answer(count: number): void }[] = [];
  const files: {
    selection: Selection;
    progress(done: number): void;
    finish(): void;
    fail(why: string): void;
  }[] = [];
  const exporter: Exporter = {
    count: (selection, signal) =>
      new Promise((answer) => {
        counts.push({ selection, signal, answer });
      }),
    download: (selection, progress, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        files.push({ selection, progress, finish: resolve, fail: (why) => reject(new Error(why)) });
      }),
  };
  return { exporter, counts, files };
}

/** The panel, opened and asking for its first count. */
async function show(reasonsMissing = false) {
  const made = anExporter();
  const draw = (now: number) => (
    <ExportPanel
      timeZone="America/Chicago"
      now={now}
      reasonsMissing={reasonsMissing}
      exporter={made.exporter}
    />
  );
  const { rerender, container } = render(draw(NOW));
  const details = container.querySelector('details');
  if (!details) throw new Error('no panel');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await waitFor(() => expect(made.counts).toHaveLength(1));
  /** Answers the first count and waits until it shows. */
  const counted = async (count: number) => {
    made.counts[0]?.answer(count);
    await screen.findByText(`${count.toLocaleString('en-US')} calls`);
  };
  return { ...made, counted, ticks: () => rerender(draw(NOW + SECOND)) };
}

const download = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Download CSV' });
const choose = (days: string) => fireEvent.change(screen.getByLabelText('Days'), { target: { value: days } });

describe('the export', () => {
  test('counts before anything is written, and names the office time zone', async () => {
    const { counted } = await show();
    expect(screen.getByText('Days of the office: America/Chicago')).toBeTruthy();
    expect(screen.getByText('Counting…')).toBeTruthy();
    await counted(1204);
  });

  test('does not count again only because the clock ticks', async () => {
    const { counts, ticks } = await show();
    ticks();
    choose('yesterday');
    await waitFor(() => expect(counts.at(-1)?.selection.range.to).toBe(counts[0]?.selection.range.from));
    expect(counts).toHaveLength(2);
  });

  test('another choice stops the count that goes on and begins a new one', async () => {
    const { counts } = await show();
    choose('yesterday');
    await waitFor(() => expect(counts).toHaveLength(2));
    expect(counts[0]?.signal.aborted).toBe(true);
    expect(counts[1]?.selection.range.to).toBe(counts[0]?.selection.range.from);
  });

  test('two dates can be chosen', async () => {
    const { counts } = await show();
    choose('custom');
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-11-20' } });
    // Midnight in Chicago is 6:00 UTC.
    const range = { from: NOW - 9 * HOUR - 72 * HOUR, to: NOW + 15 * HOUR };
    await waitFor(() => expect(counts.at(-1)?.selection.range).toEqual(range));
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '' } });
    expect(screen.getByText('Choose the days and at least one kind of call.')).toBeTruthy();
    expect(download().disabled).toBe(true);
  });

  test('a box that is not ticked leaves its calls out', async () => {
    const { counts } = await show();
    expect(counts[0]?.selection.classifications).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Excused' }));
    await waitFor(() => expect(counts).toHaveLength(2));
    expect(counts[1]?.selection.classifications).toEqual(['booked', 'unbooked', 'not-lead', 'abandoned']);
  });

  test('nothing to export is nothing to download', async () => {
    const { counted } = await show();
    await counted(0);
    expect(download().disabled).toBe(true);
  });

  test('shows how far it is, and that it is done', async () => {
    const { counted, files } = await show();
    await counted(3);
    fireEvent.click(download());
    files[0]?.progress(0.4);
    expect(await screen.findByText('40%')).toBeTruthy();
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Writing the file' }).value).toBe(
      0.4,
    );
    files[0]?.finish();
    expect(await screen.findByText('Downloaded')).toBeTruthy();
  });

  test('can be cancelled, and started again', async () => {
    const { counted, files } = await show();
    await counted(3);
    fireEvent.click(download());
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('3 calls')).toBeTruthy();
    fireEvent.click(download());
    expect(files).toHaveLength(2);
  });

  test('says why a file was not written', async () => {
    const { counted, files } = await show();
    await counted(3);
    fireEvent.click(download());
    files[0]?.fail('The disk is full.');
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
  });

  test('says that lead numbers suffer while reasons are missing', async () => {
    await show(true);
    expect(screen.getByText(/its lead numbers are too high/)).toBeTruthy();
  });
});
