/** How long ago something was, in a word or two. */
import { text } from './text.ts';

/** @param ms age in milliseconds; a negative one (the clock was set) reads as just now. */
export function agoText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return text('popupAgoNow');
  if (minutes < 60) return text('popupAgoMinutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return text('popupAgoHours', hours);
  return text('popupAgoDays', Math.floor(hours / 24));
}
