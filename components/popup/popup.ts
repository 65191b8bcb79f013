/** What the popup is given and what it can ask for. */
import type { Call, Classification } from '@/lib/calls/call.ts';
import type { Range, RangeKind } from '@/lib/export/days.ts';
import type { FollowUpRequest, NamedProfile, OverlayState, OwnPage, Settings } from '@/lib/messaging.ts';

/** All that the popup shows of the store. */
export interface PopupData {
  settings: Settings;
  /** The office's, IANA name. */
  timeZone: string;
  reasonsMissing: boolean;
  trouble: OverlayState['trouble'];
  /** Live calls, oldest first. */
  open: Call[];
  /** Abandoned calls with an open follow-up, oldest first. */
  abandoned: Call[];
  /** Calls that started today. */
  today: Call[];
}

/** A page of the web in the active tab. */
export interface PageInTab {
  url: string;
  /** For people: with the port, where it is not the usual one. */
  host: string;
  /** Id of the tab. */
  tab: number;
}

/** What is known of the page in the active tab. */
export type Site =
  | { is: 'looking' }
  /** No page of the web: a new tab, the browser's own pages. */
  | { is: 'none' }
  /** It is not read. `choices` are the profiles that it fits, the surest first. */
  | ({ is: 'unknown'; choices: NamedProfile[] } & PageInTab)
  /** It is read. `others` could read it as well; `tooWide` = a rule matches far too much. */
  | ({ is: 'watched'; profile: NamedProfile; others: NamedProfile[]; tooWide: boolean } & PageInTab);

/** What a person can do about that page. Those that answer with a promise reject with a sentence. */
export interface SiteActions {
  /**
   * Reads the site from now on; must run inside the click, because the browser asks for its permission only then.
   * @param profile id of the profile to read by; `null` = a new one.
   * @returns false = the person said no.
   */
  use(page: PageInTab, profile: string | null): Promise<boolean>;
  stop(page: PageInTab): Promise<void>;
  /** Opens the live view over the page. */
  live(page: PageInTab & { profile: NamedProfile }): Promise<void>;
}

/** Which calls to export. */
export interface Selection {
  range: Range;
  /** `null` = all, whatever became of them. */
  classifications: readonly Classification[] | null;
}

/** The choice of days: one by name, or two ISO dates. */
export type Days = { kind: RangeKind } | { kind: 'custom'; from: string; to: string };

/** Counts and writes exports. All reject with the signal's reason once it is aborted. */
export interface Exporter {
  count(selection: Selection, signal: AbortSignal): Promise<number>;
  /**
   * Writes the file and hands it to the browser as a download.
   * @param onProgress told after each part how much of the work is done, 0..1.
   */
  download(selection: Selection, onProgress: (done: number) => void, signal: AbortSignal): Promise<void>;
}

/** What a person can do in the popup. Those that answer with a promise reject with a sentence. */
export interface PopupActions {
  followUp(request: FollowUpRequest): Promise<void>;
  reclassify(request: { call: string; to: Classification; why?: string }): Promise<void>;
  /** Takes back the last correction of a call. */
  undo(request: { call: string }): Promise<void>;
  dismissTrouble(): Promise<void>;
  openPage(page: OwnPage): void;
  openInTab(): void;
  site: SiteActions;
  exporter: Exporter;
}
