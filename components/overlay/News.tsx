/** Tells screen readers what changed; always in the page, so that the first change is heard too. */
import { useRef } from 'preact/hooks';
import type { OverlayCall } from '@/lib/messaging.ts';
import { announcement } from './announce.ts';

export function News({ calls, thresholdMs }: { calls: readonly OverlayCall[]; thresholdMs: number }) {
  const told = useRef<readonly OverlayCall[]>([]);
  const news = useRef('');
  news.current = announcement(told.current, calls, thresholdMs) || news.current;
  told.current = calls;
  return (
    <div class="news" role="status" aria-live="polite">
      {calls.length > 0 && news.current}
    </div>
  );
}
