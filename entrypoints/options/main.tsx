/** The options page: connects what it shows to the store, and what it changes to the background. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Options } from '@/components/options/Options.tsx';
import { officeTimeZone, useConfig, useReasonsInUse } from '@/components/store-hooks.ts';
import { text } from '@/components/text.ts';
import { useNow } from '@/components/use-now.ts';
import { sendMessage } from '@/lib/messaging.ts';
import { useCrms } from './crms.ts';

function ConnectedOptions() {
  const config = useConfig();
  const used = useReasonsInUse();
  const crms = useCrms();
  const usedBytes = useUsedBytes();
  const now = useNow(60_000);
  if (config.is === 'loading') return null;
  if (config.is === 'failed') {
    return (
      <p class="notice trouble" role="alert">
        {text('popupFailed', config.why)}
      </p>
    );
  }
  const { reasons, settings, locked, ownProfiles } = config.value;
  return (
    <Options
      reasons={{
        reasons,
        used: used.is === 'ready' ? used.value : null,
        thresholdMs: settings.thresholdMs,
        locked: locked.reasons,
        onSave: (list) => sendMessage('saveReasons', list),
        newId: () => crypto.randomUUID(),
      }}
      rules={{
        settings,
        locked: locked.settings,
        browserTimeZone: officeTimeZone(null),
        timeZones: Intl.supportedValuesOf('timeZone'),
        onSave: (next) => sendMessage('saveSettings', next),
      }}
      crms={{ ...crms, locked, now }}
      policy={{ locked, profiles: ownProfiles }}
      usedBytes={usedBytes}
    />
  );
}

function useUsedBytes(): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    navigator.storage.estimate().then(({ usage }) => setBytes(usage ?? null));
  }, []);
  return bytes;
}

const app = document.getElementById('app');
if (!app) throw new Error('options: the page has no #app');
render(<ConnectedOptions />, app);
