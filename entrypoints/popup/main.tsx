/** The popup: connects what it shows to the store, and what it does to the background. */
import { render } from 'preact';
import { Popup } from '@/components/popup/Popup.tsx';
import type { PopupActions } from '@/components/popup/popup.ts';
import { usePopupData } from '@/components/store-hooks.ts';
import { text } from '@/components/text.ts';
import { useNow } from '@/components/use-now.ts';
import { sendMessage } from '@/lib/messaging.ts';
import { storeExporter } from './exporter.ts';
import { siteActions, useSite } from './site.ts';

const actions: PopupActions = {
  followUp: (request) => sendMessage('followUp', request),
  reclassify: (request) => sendMessage('reclassify', request),
  undo: (request) => sendMessage('undo', request),
  dismissTrouble: () => sendMessage('dismissTrouble'),
  openPage: (page) => {
    chrome.tabs.create({ url: chrome.runtime.getURL(`/options.html#${page}`) });
  },
  openInTab: () => {
    chrome.tabs.create({ url: chrome.runtime.getURL('/popup.html') });
  },
  site: siteActions,
  exporter: storeExporter,
};

function ConnectedPopup() {
  const now = useNow(1000);
  const data = usePopupData(now);
  const site = useSite();
  switch (data.is) {
    case 'loading':
      // Nothing: the shell of the page shows until there is something.
      return null;
    case 'failed':
      return (
        <p class="notice trouble" role="alert">
          {text('popupFailed', data.why)}
        </p>
      );
    case 'ready':
      return <Popup data={data.value} site={site} now={now} actions={actions} />;
    default:
      return data satisfies never;
  }
}

const app = document.getElementById('app');
if (!app) throw new Error('popup: the page has no #app');
render(<ConnectedPopup />, app);
