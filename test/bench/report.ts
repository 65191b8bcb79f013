/** How the bench's numbers are shown to people and to programs. */
import type { Measure } from './measure.ts';

const HEAD = ['measure', 'value', 'reference', 'ratio', 'goal', 'holds'];

/** A table for a terminal, and a sentence that says what does not hold. */
export function table(measures: readonly Measure[]): string {
  const lines = [HEAD, ...measures.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const missed = measures.filter((m) => m.holds === false).map((m) => m.name);
  const verdict = missed.length === 0 ? 'All goals hold.' : `Does not hold: ${missed.join('; ')}.`;
  return [...text, '', verdict].join('\n');
}

/** The measures as JSON: exactly the keys of `Measure`, numbers to three decimals. */
export function json(measures: readonly Measure[]): string {
  const plain = measures.map(({ name, unit, value, reference, ratio, goal, holds }) => ({
    name,
    unit,
    value: rounded(value),
    reference: rounded(reference),
    ratio: rounded(ratio),
    goal,
    holds,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function cells({ name, unit, value, reference, ratio, goal, holds }: Measure): string[] {
  const limit = goal === null ? '' : ratio === null ? `≤ ${goal} ${unit}` : `≤ ×${goal}`;
  return [
    name,
    amount(value, unit),
    reference === null ? '' : amount(reference, unit),
    ratio === null ? '' : `×${ratio.toFixed(2)}`,
    limit,
    holds === null ? '' : holds ? 'yes' : 'NO',
  ];
}

function amount(value: number, unit: string): string {
  return `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
