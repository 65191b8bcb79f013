/**
 * The edge of the background: who may say what. A message's shape is checked here, and its tab, frame and
 * origin come from the browser's word on the sender, never from the message itself.
 */
import * as v from 'valibot';
import type { Observation, Source } from '@/lib/calls/seen.ts';
import type { OverlayPlace } from '@/lib/messaging.ts';

/** Thrown to whoever sent something that is refused. Never holds what was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Longer texts are cut: a page decides how long its texts are, and it may be hostile. */
const text = v.pipe(
  v.string(),
  v.transform((s) => s.slice(0, 300)),
);
const optionalText = v.optional(text);
const time = v.pipe(v.number(), v.finite(), v.minValue(0));

const callOnScreen = v.strictObject({
  screenId: text,
  id: optionalText,
  key: optionalText,
  state: v.picklist(['ringing', 'connecting', 'connected', 'held', 'taken', 'missed', 'ended', 'unknown']),
  direction: v.picklist(['inbound', 'outbound']),
  since: time,
  stateSince: time,
  vanished: v.optional(v.boolean()),
  from: optionalText,
  name: optionalText,
  to: optionalText,
  campaign: optionalText,
  claimedBy: optionalText,
});

const seen = v.variant('kind', [
  v.strictObject({
    kind: v.literal('reading'),
    at: time,
    agent: optionalText,
    notes: v.optional(
      v.strictObject({
        tooWide: v.optional(v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(50))),
        unknown: v.optional(v.pipe(v.number(), v.safeInteger())),
      }),
    ),
    // Of more than anybody can have open the rest is cut, what has ended first: a long list is no reason to
    // lose the call that is talked on.
    calls: v.pipe(
      v.array(callOnScreen),
      v.transform((calls) =>
        calls.toSorted((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended')).slice(0, 200),
      ),
    ),
  }),
  v.strictObject({
    kind: v.literal('gesture'),
    is: v.picklist(['claim', 'reject', 'hang-up']),
    at: time,
    agent: optionalText,
    call: callOnScreen,
  }),
  v.strictObject({
    kind: v.literal('booking'),
    at: time,
    agent: optionalText,
    job: optionalText,
    call: optionalText,
  }),
  v.strictObject({ kind: v.literal('farewell'), at: time }),
]);

const observation = v.strictObject({
  watcher: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  profile: v.pipe(v.string(), v.maxLength(100)),
  seen,
});

const place = v.object({
  corner: v.picklist(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
  dx: v.pipe(v.number(), v.finite()),
  dy: v.pipe(v.number(), v.finite()),
  collapsed: v.boolean(),
  warningFoldedOn: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(10)))),
});

/** An observation of the right shape. @throws Refused */
export function checkObservation(data: unknown): Observation {
  return check(observation, data, 'observation') as Observation;
}

/** A place of the right shape. @throws Refused */
export function checkPlace(data: unknown): OverlayPlace {
  return check(place, data, 'place') as OverlayPlace;
}

/**
 * Where a content script's message comes from. A frame without an address of its own (about:blank, srcdoc) has the
 * origin of the page that made it. @throws Refused for anybody else
 */
export function contentSource(sender: chrome.runtime.MessageSender): Source & { url: string } {
  const { tab, frameId } = sender;
  const url = sender.url?.startsWith('about:') ? addressOfMaker(sender) : sender.url;
  const fromPage = url !== undefined && /^https?:/.test(url);
  if (sender.id !== chrome.runtime.id || tab?.id === undefined || frameId === undefined || !fromPage) {
    throw refuse('a message that only a page we read may send');
  }
  return { tabId: tab.id, frameId, origin: new URL(url).origin, url };
}

/** Where the page is that made a frame, as far as the browser says: the tab's page if it is of its origin. */
function addressOfMaker({ tab, origin }: chrome.runtime.MessageSender): string {
  return tab?.url && new URL(tab.url).origin === origin ? tab.url : `${origin}/`;
}

/** Makes sure that a page of the extension speaks. @throws Refused for anybody else */
export function mustBeOwnPage(sender: chrome.runtime.MessageSender): void {
  const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL('/'));
  if (!own) throw refuse('a message that only the extension’s own pages may send');
}

const told = new Set<string>();

/** The refusal, logged once per kind while the worker lives, without anything that was sent. */
export function refuse(what: string): Refused {
  if (!told.has(what)) {
    told.add(what);
    console.warn(`Callmark refused ${what}.`);
  }
  return new Refused(`Refused: ${what}.`);
}

/** What has the schema's shape, as the schema makes it. @param name for the refusal. @throws Refused */
export function check<T>(schema: v.GenericSchema<unknown, T>, data: unknown, name: string): T {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const where = result.issues[0] ? v.getDotPath(result.issues[0]) : null;
  throw refuse(`a malformed ${name}${where ? ` (at ${where})` : ''}`);
}
