/** One line on the page in the active tab: watched, waiting to be allowed, or not known. Always as high. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { text } from '@/components/text.ts';
import type { Site } from './popup.ts';

export interface SiteStripProps {
  site: Site;
  /** Runs inside the click: the browser shows its prompt only then. */
  onAllow(matches: string[]): Promise<boolean>;
  onOpenCrms(): void;
}

export function SiteStrip({ site, onAllow, onOpenCrms }: SiteStripProps) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <div class={`site-strip ${site.is}`}>
      <span class="site-dot" />
      <span class="site-words" role="status" title={'host' in site ? site.host : undefined}>
        {(site.is === 'to-allow' && refused) || siteText(site)}
      </span>
      {site.is === 'unknown' && (
        <button type="button" class="button small" onClick={onOpenCrms}>
          {text('popupSiteSetUp')}
        </button>
      )}
      {site.is === 'to-allow' && (
        <button
          type="button"
          class="button small primary"
          onClick={() =>
            onAllow(site.matches).then(
              (allowed) => setRefused(allowed ? null : text('popupSiteRefused')),
              (thrown) => setRefused(failureText(thrown)),
            )
          }
        >
          {text('popupSiteAllow')}
        </button>
      )}
    </div>
  );
}

function siteText(site: Site): string {
  switch (site.is) {
    case 'looking':
      return '';
    case 'none':
      return text('popupSiteNone');
    case 'unknown':
      return text('popupSiteUnknown');
    case 'to-allow':
      return text('popupSiteToAllow', site.crm);
    case 'watched':
      return text('popupSiteWatched', site.crm);
    default:
      return site satisfies never;
  }
}
