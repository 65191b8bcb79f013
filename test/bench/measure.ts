/** What a measurement is, and how its numbers are made from what was taken. */

/** One line of the bench, and one object of its JSON. */
export interface Measure {
  name: string;
  unit: 'ms' | 'kB';
  value: number;
  /** What it is compared with, taken in the same interleaved run, in the same unit; `null` = with nothing. */
  reference: number | null;
  /** value ÷ reference. */
  ratio: number | null;
  /** At most this: of the ratio where there is one, else of the value. `null` = for information. */
  goal: number | null;
  holds: boolean | null;
}

/** A measurement compared with a reference: the goal bounds the ratio. */
export function compared(
  name: string,
  unit: Measure['unit'],
  value: number,
  reference: number,
  goal: number | null,
): Measure {
  const ratio = value / reference;
  return { name, unit, value, reference, ratio, goal, holds: goal === null ? null : ratio <= goal };
}

/** A measurement by itself: the goal bounds the value. */
export function absolute(name: string, unit: Measure['unit'], value: number, goal: number | null): Measure {
  return {
    name,
    unit,
    value,
    reference: null,
    ratio: null,
    goal,
    holds: goal === null ? null : value <= goal,
  };
}

/** The middle one, or the mean of the two in the middle. Throws where there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new Error('no values, so no median');
  return (lower + upper) / 2;
}

/** The value that this share of all does not exceed, 0 to 1. Throws where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('no values, so no quantile');
  return value;
}

/** What one taking gives: some numbers by name, or several of one kind at once. */
type Taken = Record<string, number | number[]>;

/**
 * Takes all of them in turn, again and again, so that whatever else the machine does meets each alike.
 * @returns of each, the median of every number it takes.
 */
export async function interleaved<K extends string, T extends Taken>(
  rounds: number,
  takes: Record<K, () => Promise<T>>,
): Promise<Record<K, Record<keyof T, number>>> {
  const names = Object.keys(takes) as K[];
  const taken = new Map<K, T[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken.get(name)?.push(await takes[name]());
  }
  const of = (name: K) => medians(taken.get(name) ?? []);
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, Record<keyof T, number>>;
}

function medians(all: readonly Taken[]): Record<string, number> {
  const keys = Object.keys(all[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, median(all.flatMap((one) => one[key] ?? []))]));
}
