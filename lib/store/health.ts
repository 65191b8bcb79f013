/**
 * How well each profile goes with its CRM's pages, as far as it can be told without looking: kept by profile in the
 * extension's storage. Times are epoch ms by the worker's clock.
 */
import type { Reading } from '@/lib/calls/seen.ts';
import type { HealthNow } from '@/lib/messaging.ts';

/** What is kept of one profile. */
export interface Health {
  /** When a call was last seen; `null` = never yet. */
  lastCallAt: number | null;
  /** For how long (ms) pages of it have been open since then. */
  quietMs: number;
  /** Readings in which a call was in none of the states that the profile knows. */
  unknown: number;
  /** Places of the rules that matched far too much, and when that was last so. */
  tooWide: { rules: number[]; at: number } | null;
}

/** Nothing known yet. */
export const NO_HEALTH: Health = { lastCallAt: null, quietMs: 0, unknown: 0, tooWide: null };

/** A working day at the phone. */
export const SHIFT_MS = 8 * 60 * 60_000;

/** A page that goes on matching too much says so once a minute where it changes, so this long ago is over. */
const TOO_WIDE_MS = 10 * 60_000;

/** Calls are told again and again; the last sighting need not be kept more exactly than this. */
const OFTEN_MS = 60_000;

/** What a reading changes; `null` = nothing that is worth keeping. */
export function afterReading(health: Health, { calls, notes }: Reading, now: number): Health | null {
  const next = { ...health };
  const isNews = health.lastCallAt === null || health.quietMs > 0 || now - health.lastCallAt >= OFTEN_MS;
  if (calls.length > 0 && isNews) Object.assign(next, { lastCallAt: now, quietMs: 0 });
  if (notes?.unknown) next.unknown += 1;
  if (notes?.tooWide?.length) next.tooWide = { rules: notes.tooWide, at: now };
  return JSON.stringify(next) === JSON.stringify(health) ? null : next;
}

/** What more time (ms) with a page open changes. */
export function afterWatching(health: Health, ms: number): Health {
  return { ...health, quietMs: health.quietMs + ms };
}

/** What it says now. */
export function judge({ lastCallAt, quietMs, unknown, tooWide }: Health, now: number): HealthNow {
  const isWide = tooWide !== null && now - tooWide.at < TOO_WIDE_MS;
  return { lastCallAt, unknown, tooWide: isWide ? tooWide.rules : [], silent: quietMs >= SHIFT_MS };
}

/** All that is kept, by a profile's id. */
export async function readHealth(): Promise<Record<string, Health>> {
  const { health } = await chrome.storage.local.get('health');
  return (health as Record<string, Health> | undefined) ?? {};
}

let last: Promise<unknown> = Promise.resolve();

/** Changes what is kept, one change after the other. @param change gives what is new; `null` = nothing. */
export function changeHealth(
  change: (kept: Record<string, Health>) => Record<string, Health> | null,
): Promise<void> {
  const turn = last.then(async () => {
    const kept = await readHealth();
    const news = change(kept);
    if (news) await chrome.storage.local.set({ health: { ...kept, ...news } });
  });
  last = Promise.allSettled([turn]);
  return turn;
}
