/** The popup: what goes on, what today brought, who waits to be called back, and the way out as a file. */
import { Icon } from '@/components/Icon.tsx';
import { ReasonsWarning } from '@/components/ReasonsWarning.tsx';
import { text } from '@/components/text.ts';
import { CallBacks } from './CallBacks.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { LiveCalls } from './LiveCalls.tsx';
import type { PopupActions, PopupData, Site } from './popup.ts';
import { Reviews } from './Reviews.tsx';
import { SiteStrip } from './SiteStrip.tsx';
import { Today } from './Today.tsx';
import { Trouble } from './Trouble.tsx';

export interface PopupProps {
  data: PopupData;
  site: Site;
  /** Epoch ms. */
  now: number;
  actions: PopupActions;
}

export function Popup({ data, site, now, actions }: PopupProps) {
  const { settings, timeZone, reasonsMissing } = data;
  return (
    <>
      <header class="popup-head">
        <img src="/icon/32.png" alt="" width="24" height="24" />
        <h1>{text('extensionName')}</h1>
        <button type="button" class="button quiet icon-only to-tab" onClick={actions.openInTab}>
          <Icon name="tab" />
          <span class="hidden">{text('popupOpenInTab')}</span>
        </button>
        <button type="button" class="button quiet icon-only" onClick={() => actions.openPage('reasons')}>
          <Icon name="settings" />
          <span class="hidden">{text('popupSettings')}</span>
        </button>
      </header>
      <SiteStrip site={site} actions={actions.site} />
      <main class="popup-body">
        {data.trouble && <Trouble trouble={data.trouble} onDismiss={actions.dismissTrouble} />}
        {reasonsMissing && (
          <ReasonsWarning thresholdMs={settings.thresholdMs} onSetUp={() => actions.openPage('reasons')} />
        )}
        <Today calls={data.today} rules={settings} reasonsMissing={reasonsMissing} />
        <LiveCalls calls={data.open} thresholdMs={settings.thresholdMs} now={now} />
        <CallBacks calls={data.abandoned} rules={settings} now={now} onFollowUp={actions.followUp} />
        <Reviews
          calls={data.today}
          thresholdMs={settings.thresholdMs}
          onReclassify={actions.reclassify}
          onUndo={actions.undo}
        />
        <ExportPanel
          timeZone={timeZone}
          now={now}
          reasonsMissing={reasonsMissing}
          exporter={actions.exporter}
        />
      </main>
    </>
  );
}
