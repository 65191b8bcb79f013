/** The page in the active tab: read, and by which profile; or not read, and what to do to have it read. */
import { useState } from 'preact/hooks';
import { failureText } from '@/components/failure.ts';
import { text } from '@/components/text.ts';
import type { Site, SiteActions } from './popup.ts';
import { UseSite } from './UseSite.tsx';

export interface SiteStripProps {
  site: Site;
  actions: SiteActions;
}

export function SiteStrip({ site, actions }: SiteStripProps) {
  const [failure, setFailed] = useState<{ of: string; says: string } | null>(null);
  const tell = (doing: Promise<unknown>) => {
    setFailed(null);
    doing.catch((thrown) => setFailed({ of: site.is, says: failureText(thrown) }));
  };
  // What was said of a page that is not read is over once it is.
  const failed = failure?.of === site.is ? failure.says : null;
  return (
    <section class={`site ${site.is}`} aria-label={text('popupSite')}>
      <div class="site-strip">
        <span class="site-dot" />
        <span
          class="site-words"
          role="status"
          title={'host' in site ? `${siteText(site)} · ${site.host}` : undefined}
        >
          {failed ?? siteText(site)}
        </span>
        {site.is === 'watched' && (
          <>
            <button type="button" class="button small" onClick={() => tell(actions.live(site))}>
              {text('popupSiteLive')}
            </button>
            <button type="button" class="button small quiet" onClick={() => tell(actions.stop(site))}>
              {text('popupSiteStop')}
            </button>
          </>
        )}
      </div>
      {site.is === 'unknown' && (
        <UseSite
          choices={site.choices}
          onUse={(profile) =>
            tell(
              actions.use(site, profile).then((allowed) => {
                if (!allowed) setFailed({ of: 'unknown', says: text('popupSiteRefused') });
              }),
            )
          }
        />
      )}
      {site.is === 'watched' && site.others.length > 0 && (
        <p class="site-more faint">
          {text('popupSiteOthers', site.others.map(({ name }) => name).join(', '), site.profile.name)}
        </p>
      )}
      {site.is === 'watched' && site.tooWide && <p class="site-more failed">{text('popupSiteTooWide')}</p>}
    </section>
  );
}

function siteText(site: Site): string {
  switch (site.is) {
    case 'looking':
      return '';
    case 'none':
      return text('popupSiteNone');
    case 'unknown':
      return site.choices.length > 0 ? text('popupSiteOff', site.host) : text('popupSiteUnknown');
    case 'watched':
      return text('popupSiteWatched', site.profile.name);
    default:
      return site satisfies never;
  }
}
