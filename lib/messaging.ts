/** Every message between the extension's parts, in one typed interface. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type {
  AbandonCause,
  CallReason,
  Classification,
  FollowUpState,
  GivenReason,
  LeadBasis,
  LiveState,
  Review,
  Rules,
} from '@/lib/calls/call.ts';
import type { Observation, ScreenState } from '@/lib/calls/seen.ts';
import type { Condition, Field, Profile } from '@/lib/crm/profile.ts';

/** Where the overlay stands in the window: a corner and the distance to its edges, CSS px. */
export interface OverlayPlace {
  corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  dx: number;
  dy: number;
  collapsed: boolean;
  /** The day (`2026-11-23`, by the browser's clock) for which a person folded the missing-reasons warning to a mark. */
  warningFoldedOn?: string | null;
}

/** What a content script is told when it says hello. */
export interface Welcome {
  profile: Profile;
  /** Where this CRM's overlay was left; `null` = never moved. */
  place: OverlayPlace | null;
}

/** A call as the overlay shows it. Times are epoch ms by the clock of the page that asked. */
export interface OverlayCall {
  id: string;
  from: string | null;
  name: string | null;
  campaign: string | null;
  state: LiveState | Classification;
  cause: AbandonCause | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  endInferred: boolean;
  talkMs: number | null;
  onHold: boolean;
  /** Job booked so far. */
  job: string | null;
  booked: boolean;
  reason: GivenReason | null;
  leadBasis: LeadBasis;
  review: Review | null;
}

/** The answer to every observation: what the overlay of that tab shows. */
export interface OverlayState {
  /** Observations up to this one (of the watcher that asked) are kept for good. */
  ack: number;
  /** Open calls of this tab, oldest first, then those that ended within the wrap-up time. */
  calls: OverlayCall[];
  /** Active reasons, in order. */
  reasons: CallReason[];
  /** No active reason is set up: every call over the threshold counts as a lead. */
  reasonsMissing: boolean;
  thresholdMs: number;
  wrapUpMs: number;
  /** Something a person must know, e.g. that the disk is full: a key of the locale file. `null` = nothing. */
  trouble: 'troubleStorageFull' | 'troubleRestored' | 'troubleTooWide' | null;
}

/** Marks an abandoned call as followed up (or open again). */
export interface FollowUpRequest {
  call: string;
  as: FollowUpState;
  why?: string;
}

/** Pages of ours that can be asked for by name. */
export type OwnPage = 'reasons' | 'rules' | 'crms';

/** A CRM as the options page lists it. */
export interface CrmEntry {
  profile: Profile;
  /** It comes with the product and was not changed. */
  builtIn: boolean;
  /** It is a copy of a built-in profile, changed by a person, and stands in for it. */
  changed: boolean;
  /** The built-in one has changed since that copy was made of it. */
  outdated: boolean;
  on: boolean;
  sites: CrmSite[];
  health: HealthNow;
}

/** How well a profile goes with its CRM's pages. */
export interface HealthNow {
  /** When a call was last seen (epoch ms); `null` = never yet. */
  lastCallAt: number | null;
  /** Readings in which a call was in none of the states that the profile knows. */
  unknown: number;
  /** Places of the rules that match far too much, so are not read. */
  tooWide: number[];
  /** A whole shift without any call: the CRM may have changed its page. */
  silent: boolean;
}

/** An origin on which a profile reads, or would. */
export interface CrmSite {
  /** Match pattern of the whole origin, `https://crm.acme.example/*`. */
  pattern: string;
  granted: boolean;
  /** A person gave it to the profile, which does not match it itself. */
  added: boolean;
}

/** A profile by its name. */
export interface NamedProfile {
  id: string;
  name: string;
}

/** What is known of the page at an address. */
export interface SiteAt {
  /** Reads it now; `null` = it is not read. */
  reading: NamedProfile | null;
  /** Could read it as well: the one above counts. */
  others: NamedProfile[];
  /** A rule of the one above matches far too much there, so is not read. */
  tooWide: boolean;
  /** Say themselves that they know the address, also those that are off; the surest first. */
  known: NamedProfile[];
  /** To be asked of the page itself, where no address tells what it is. */
  fits: (NamedProfile & { fits: Condition })[];
}

/** What the live view is told when it opens in a page. */
export interface LiveWelcome {
  /** A draft for a page of no known CRM has no call rule yet. */
  profile: Profile;
  /** It is one of the profiles that are kept; `false` = a draft. */
  known: boolean;
  /** The site may be read for good; `false` = only until the page is left. */
  granted: boolean;
  /** Name of the profile by which the page is read now; `null` = it is not read. */
  readBy: string | null;
}

/** What the live view shows of a frame of the page. */
export interface LiveFrame {
  /** The browser's number of the frame; the background sets it. */
  frame: number;
  url: string;
  calls: {
    /** `null` = no state rule holds. */
    state: ScreenState | null;
    /** The rule that decided, `calls[0].state[2]`. */
    statePath: string | null;
    fields: { path: string; value?: string }[];
  }[];
  /** Elements that a call rule selects and that are no call, each with the part that does not hold. */
  passed: string[];
}

interface Protocol {
  // content script → background. The background takes tab, frame and origin from the sender.
  /** `null` = this page is not (or no longer) one of ours: be silent. */
  hello(): Welcome | null;
  observe(observation: Observation): OverlayState;
  /** The CSR gives, changes or (null) takes back the reason of a call of this tab. */
  giveReason(request: {
    /** Made by the page, so that a request that is sent again is the same. */
    id: string;
    call: string;
    reason: string | null;
  }): OverlayState;
  /** Asks for what the overlay of this tab shows, without having seen anything. */
  overlay(): OverlayState;
  placeOverlay(place: OverlayPlace): void;
  /** A frame asks for a field of its tab's top document; `null` = there is none, or nobody reads it. */
  askTop(field: Field): string | null;
  openPage(page: OwnPage): void;
  /** What the live view shows; `null` = no person opened it in this tab. */
  live(): LiveWelcome | null;
  /** Keeps the profile that was edited in the live view; throws with all paths and sentences where it is not valid. */
  saveLive(document: unknown): void;
  /** The live view of this tab was closed. */
  closeLive(): void;
  /** The profile as it is being edited now: frames of this tab read by it too, for the panel alone. */
  editLive(profile: Profile): void;
  /** What that profile means in this frame. */
  liveFrame(seen: LiveFrame): void;

  // background → content script
  /** Something changed that overlays show (reasons, rules, a follow-up): ask again. */
  refresh(): void;
  /** The keyboard command: put the focus into the overlay. */
  focusOverlay(): void;
  /** A field of this document, which one of its frames asked for. */
  topField(field: Field): string | null;

  /** To frames: read by this for the live view; `null` = it was closed. */
  liveProfile(profile: Profile | null): void;
  /** To the top document: what a frame of it shows. */
  liveInFrame(seen: LiveFrame): void;

  // extension pages → background
  followUp(request: FollowUpRequest): void;
  /** A person's correction of one call. */
  reclassify(request: { call: string; to: Classification; job?: string; why?: string }): void;
  /** Takes back the last correction of a call that still counts; nothing happens where there is none. */
  undo(request: { call: string }): void;
  /** Stores the whole list. A reason that was used can be switched off, not removed: then this throws. */
  saveReasons(reasons: CallReason[]): void;
  saveSettings(settings: Settings): void;
  /** Adds or replaces a CRM's profile; throws with all paths and sentences where it is not valid. */
  saveProfile(document: unknown): CrmEntry[];
  /** Adds a copy of another profile, which is off at first; throws as `saveProfile` does. */
  addCopy(document: unknown): CrmEntry[];
  switchCrm(request: { profile: string; on: boolean }): CrmEntry[];
  removeProfile(profile: string): CrmEntry[];
  /** Goes on with a changed copy, though the built-in profile has changed since. */
  keepMine(profile: string): CrmEntry[];
  /**
   * Begins with what is wanted (lib/store/wanted.ts), now that its origin is granted. The background does so by
   * itself when a permission comes; this is for an origin that was granted already.
   */
  beginWanted(): void;
  /** Takes an origin (a pattern of it) from a profile, and its permission with it. */
  dropSite(request: { site: string; profile: string }): CrmEntry[];
  /** Stops reading an origin (a pattern of it) by any profile, and gives its permission back. */
  stopSite(site: string): CrmEntry[];
  crms(): CrmEntry[];
  siteAt(url: string): SiteAt;
  /** Opens the live view over the page in a tab; throws with a sentence where the page cannot be read. `null` = a new profile. */
  openLive(request: { tab: number; profile: string | null }): void;
  /** The person has read what they had to know. */
  dismissTrouble(): void;
}

/** The settings of the office. */
export interface Settings extends Rules {
  /** IANA name, e.g. `America/Chicago`; `null` = the browser's. */
  timeZone: string | null;
}

/** What a person cannot change, because the administrator set it. */
export interface Locked {
  settings: (keyof Settings)[];
  reasons: boolean;
  /** Ids of profiles that are the administrator's. */
  profiles: string[];
  /** Ids of profiles that cannot be switched off. */
  on: string[];
  /** By a profile's id: its sites that cannot be taken away. */
  sites: Record<string, string[]>;
  /** Ids of the only profiles that are used; `null` = no limit. */
  only: string[] | null;
  /** A sentence for each part of the policy that is wrong and therefore not used. */
  refused: string[];
}

/** Sends a message and gives its answer, which rejects with what the listener threw; listens to one kind of message. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
