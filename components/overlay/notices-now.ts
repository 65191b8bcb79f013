/** What is wrong at the moment, and how much of it shows. */
import { text } from '@/components/text.ts';
import type { OverlayState } from '@/lib/messaging.ts';

export interface NoticesNow {
  /** The warning that no call reasons are set up shows in full. */
  warning: boolean;
  /** The trouble that shows in full. */
  trouble: OverlayState['trouble'];
  /** In a few words, for the mark that stays as long as something is wrong; `null` = nothing is. */
  mark: string | null;
  /** Something that is wrong does not show in full. */
  folded: boolean;
}

/** @param foldedTrouble the trouble that a person has folded away on this page. */
export function noticesOf(
  state: Pick<OverlayState, 'reasonsMissing' | 'trouble'> | null,
  { warningFolded, foldedTrouble }: { warningFolded: boolean; foldedTrouble: string | null },
): NoticesNow {
  const missing = state?.reasonsMissing ?? false;
  const trouble = state?.trouble ?? null;
  const warning = missing && !warningFolded;
  const shown = trouble === foldedTrouble ? null : trouble;
  const marks = [trouble && text(trouble), missing && text('warningReasonsMissingTitle')].filter(Boolean);
  return {
    warning,
    trouble: shown,
    mark: marks.length > 0 ? marks.join(' ') : null,
    folded: missing !== warning || trouble !== shown,
  };
}

/** The day at `now` (epoch ms) by the browser's clock and zone: `2026-11-23`. */
export function dayOf(now: number): string {
  const zone = Temporal.Now.timeZoneId();
  const moment = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(zone);
  return moment.toPlainDate().toString();
}
