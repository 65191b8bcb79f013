/** The table product × scenario, as it stands in the README between its two marks. */
import { type Product, SCENARIOS, type Scenario } from './product.ts';

/** How a scenario went; absent = it was not played. */
export type Results = Partial<Record<string, Partial<Record<Scenario, 'pass' | 'fail'>>>>;

/** By id of a profile: what people call the product. */
export type Names = (id: string) => string;

const AFTER_END = 'the job is told after the end: marked for review, one click from booked';
/** What stands in the cell of a scenario that can be and was not played. */
export const NOT_PLAYED = 'not played';

const NOTHING_TO_FOLD = 'noise alone: nothing to minimise there';
const BEGIN = '<!-- products -->';
const END = '<!-- /products -->';

/** The table in Markdown, with a note below it for each thing that cannot be. */
export function productsTable(products: readonly Product[], results: Results, nameOf: Names): string {
  const notes: string[] = [];
  const noted = (cell: string, why: string) => {
    if (!notes.includes(why)) notes.push(why);
    return `${cell}<sup>${notes.indexOf(why) + 1}</sup>`;
  };
  const cell = ({ id, cannot, books, minimise }: Product, scenario: Scenario) => {
    const why = cannot[scenario];
    if (why !== undefined) return noted('–', why);
    const went = results[id]?.[scenario] ?? NOT_PLAYED;
    if (scenario === 'booked' && books) return noted(went, AFTER_END);
    return scenario === 'noise, minimised' && !minimise ? noted(went, NOTHING_TO_FOLD) : went;
  };
  const rows = products.map((p) => [nameOf(p.id), ...SCENARIOS.map((s) => cell(p, s))]);
  const lines = [['', ...SCENARIOS], ['', ...SCENARIOS].map(() => '---'), ...rows];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\n${notes.map((note, i) => `${i + 1}. ${note}`).join('\n')}`.trimEnd();
}

/** What stands between the two marks of a document; `null` where it does not have them. */
export function tableIn(document: string): string | null {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  return from < 0 || to < from ? null : document.slice(from + BEGIN.length, to).trim();
}

/** Whether a document has this table, however its columns are padded. */
export function hasTable(document: string, table: string): boolean {
  const there = tableIn(document);
  return there !== null && bare(there) === bare(table);
}

function bare(table: string): string {
  return table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/\s*\|\s*/g, '|')
        .replace(/-{3,}/g, '---')
        .trim(),
    )
    .join('\n');
}
