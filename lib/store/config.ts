/**
 * What the office has set: rules, reasons, CRMs. Kept in the browser's extension storage and not in the
 * database, because that storage was seen to survive every kill of the browser.
 */
import { type CallReason, DEFAULT_RULES, type RulesAtEnd } from '@/lib/calls/call.ts';
import type { Profile } from '@/lib/crm/profile.ts';
import type { Locked, OverlayPlace, OverlayState, Settings } from '@/lib/messaging.ts';
import { NO_POLICY, ownPart, type Policy, type Stored, withPolicy } from './policy.ts';

/** Everything that is set. */
export interface Config {
  settings: Settings;
  /** In their order. */
  reasons: CallReason[];
  /** Profiles of the user's own; one with the id of a built-in profile stands in for it. */
  ownProfiles: Profile[];
  /** Ids of profiles that are switched off. */
  off: string[];
  /**
   * By a profile's id: patterns of whole origins (`https://crm.acme.example/*`) on which a person uses it beyond its
   * own `matches`. What is said here counts before what the profiles match themselves.
   */
  sites: Record<string, string[]>;
  /**
   * By the id of a built-in profile that was changed here: a short hash of the one that the copy was made of, which
   * tells when a newer one comes.
   */
  basedOn: Record<string, string>;
  /** Where the overlay stands, by profile. */
  places: Record<string, OverlayPlace>;
  trouble: OverlayState['trouble'];
  /** What of all this the administrator set, so that a person cannot change it. */
  locked: Locked;
}

/** What a person can set; the rest says how things stand. */
export type Settable = Omit<Config, 'trouble' | 'locked'>;

/** The settings as shipped. */
export const DEFAULT_SETTINGS: Settings = { ...DEFAULT_RULES, timeZone: null };

const LOCAL = [
  'settings',
  'reasons',
  'ownProfiles',
  'off',
  'sites',
  'basedOn',
  'places',
  'restored',
  'policy',
] as const;
type LocalKey = (typeof LOCAL)[number];

/** Reads all settings; what was never set is as shipped. */
export async function readConfig(): Promise<Config> {
  const [local, session] = await Promise.all([
    readLocal(),
    chrome.storage.session.get('storageFull') as Promise<{ storageFull?: boolean }>,
  ]);
  const reasons = ((local.reasons as CallReason[] | undefined) ?? []).toSorted(bySort);
  const own = {
    settings: { ...DEFAULT_SETTINGS, ...(local.settings as Partial<Settings> | undefined) },
    reasons,
    ownProfiles: (local.ownProfiles as Profile[] | undefined) ?? [],
    off: (local.off as string[] | undefined) ?? [],
    sites: (local.sites as Record<string, string[]> | undefined) ?? {},
    basedOn: (local.basedOn as Record<string, string> | undefined) ?? {},
    places: (local.places as Record<string, OverlayPlace> | undefined) ?? {},
    trouble: session.storageFull ? 'troubleStorageFull' : local.restored ? 'troubleRestored' : null,
  } as const;
  return withPolicy(own, (local.policy as Policy | undefined) ?? NO_POLICY);
}

/** Sets what is given and leaves the rest. @throws Error with a sentence, where the administrator set it otherwise */
export async function writeConfig(change: Partial<Settable>): Promise<void> {
  const own = (await readLocal()) as Stored & { policy?: Policy };
  const { policy } = own;
  await chrome.storage.local.set(policy ? ownPart(change, own, await readConfig(), policy) : change);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes settings by what they are then, one change after the other, so that of two at once none is lost.
 * @throws as `writeConfig`
 */
export function changeConfig(
  make: (now: Config) => Partial<Settable> | Promise<Partial<Settable>>,
): Promise<void> {
  const turn = last.then(async () => writeConfig(await make(await readConfig())));
  last = Promise.allSettled([turn]);
  return turn;
}

/** Says (or takes back) that the browser had lost the database and it was put back. Outlives the browser. */
export async function setRestored(restored: boolean): Promise<void> {
  await chrome.storage.local.set({ restored });
}

/** Says (or takes back) that nothing more can be stored. Kept in memory: there is no disk to write it to. */
export async function setStorageFull(full: boolean): Promise<void> {
  await chrome.storage.session.set({ storageFull: full });
}

/** Calls back with the whole configuration whenever a part of it changed; returns what ends that. */
export function watchConfig(callback: (config: Config) => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    const ours = Object.keys(changes).some(
      (key) => key === 'storageFull' || (LOCAL as readonly string[]).includes(key),
    );
    if (ours) void readConfig().then(callback);
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}

/** Whether no active reason is set up, so that every call over the threshold counts as a lead. */
export function reasonsMissing(reasons: readonly CallReason[]): boolean {
  return !reasons.some((r) => r.active);
}

/** The part of the rules that a call keeps when it ends. */
export function rulesAtEnd({ settings, reasons }: Pick<Config, 'settings' | 'reasons'>): RulesAtEnd {
  const { thresholdMs, wrapUpMs, bookedUnderThreshold } = settings;
  return { thresholdMs, wrapUpMs, bookedUnderThreshold, reasonsSetUp: !reasonsMissing(reasons) };
}

async function readLocal(): Promise<Partial<Record<LocalKey, unknown>>> {
  return chrome.storage.local.get([...LOCAL]);
}

function bySort(a: CallReason, b: CallReason): number {
  return (a.sort ?? 0) - (b.sort ?? 0) || a.name.localeCompare(b.name);
}
