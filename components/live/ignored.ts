/** What a reader saw and did not count, as lines for people: why, and by which part of the profile. */
import { text } from '@/components/text.ts';
import type { TraceNote } from '@/lib/crm/trace.ts';
import type { Observed } from './observed.ts';

/** The line for a note. */
export function ignored(note: TraceNote): Observed {
  return { at: note.at, line: lineOf(note), kind: 'ignored' };
}

function lineOf(note: TraceNote): string {
  const { path } = note;
  switch (note.what) {
    case 'rule-too-wide':
      return text('liveIgnoredTooWide', path, note.most);
    case 'too-many':
      return text('liveIgnoredTooMany', path);
    case 'click-in-other-state':
      return text('liveIgnoredClickState', path, note.gesture, note.state);
    case 'click-by-script':
      return text('liveIgnoredClickScript');
    case 'booking-without-guard':
      return text('liveIgnoredGuard', path);
    case 'booking-at-start':
      return text('liveIgnoredAtStart', path);
    case 'move-from-elsewhere':
      return text('liveIgnoredMoveFrom', path, note.to, note.from);
    case 'move-back':
      return text('liveIgnoredMoveBack', path, note.to);
    case 'message-without-rule':
      return text('liveIgnoredMessage', note.origin);
    case 'message-of-no-call':
      return text('liveIgnoredMessageCall', path, note.origin);
    default:
      return note satisfies never;
  }
}
