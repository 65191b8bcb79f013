/** How the CRM writes numbers, days and times. */

/** `+15125550142` → `(512) 555-0142`; numbers of other countries stay as they are. */
export function phoneNumber(number) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}

/** Milliseconds → `0:42`, `12:05`, `1:02:05`. A clock that was set back shows `0:00`. */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Epoch ms → `10:42 AM`. */
export const timeOfDay = (at) =>
  new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

/** The ISO date of today, or of so many days from it, in local time. */
export function isoDay(offset = 0) {
  const day = new Date();
  day.setDate(day.getDate() + offset);
  return new Intl.DateTimeFormat('sv-SE').format(day);
}

/** ISO date → `Monday, November 23`. */
export const dayName = (iso) =>
  new Date(`${iso}T12:00`).toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

/** First hour of a window → `8–10 AM`, `12–2 PM`. */
export function windowName(hour) {
  const twelve = (h) => (h % 12 === 0 ? 12 : h % 12);
  return hour < 12 && hour + 2 >= 12
    ? `${twelve(hour)} AM–${twelve(hour + 2)} PM`
    : `${twelve(hour)}–${twelve(hour + 2)} ${hour < 12 ? 'AM' : 'PM'}`;
}
