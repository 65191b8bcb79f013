/** What our pages read of the store, kept up as it changes. The one file of the components that reads it. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayRange } from '@/lib/export/days.ts';
import { type Config, readConfig, reasonsMissing, watchConfig } from '@/lib/store/config.ts';
import { callsStartedBetween, openAbandoned, openCalls, reasonsInUse } from '@/lib/store/queries.ts';
import { failureText } from './failure.ts';
import type { PopupData } from './popup/popup.ts';

/** Something read from the store; `failed` carries a sentence of the browser's. */
export type Live<T> = { is: 'loading' } | { is: 'failed'; why: string } | { is: 'ready'; value: T };

const LOADING = { is: 'loading' } as const;

/** Settings, reasons and trouble. */
export function useConfig(): Live<Config> {
  const [config, setConfig] = useState<Live<Config>>(LOADING);
  useEffect(() => {
    const ready = (value: Config) => setConfig({ is: 'ready', value });
    const unwatch = watchConfig(ready);
    readConfig().then(ready, (thrown) => setConfig({ is: 'failed', why: failureText(thrown) }));
    return unwatch;
  }, []);
  return config;
}

/** Ids of the reasons that were ever given. */
export function useReasonsInUse(): Live<Set<string>> {
  return useQuery(reasonsInUse);
}

/** All that the popup shows, once all of it is there. @param now epoch ms. */
export function usePopupData(now: number): Live<PopupData> {
  const config = useConfig();
  const open = useQuery(openCalls);
  const abandoned = useQuery(openAbandoned);
  const settled = config.is === 'ready' ? config.value : null;
  const timeZone = officeTimeZone(settled?.settings.timeZone ?? null);
  const { from, to } = dayRange('today', now, timeZone);
  // Not before the office's time zone is known: the day of another would flash by.
  const known = settled !== null;
  const today = useQuery(
    useMemo(() => (known ? () => callsStartedBetween(from, to) : null), [known, from, to]),
  );

  for (const part of [config, open, abandoned, today]) if (part.is === 'failed') return part;
  if (!settled || open.is !== 'ready' || abandoned.is !== 'ready' || today.is !== 'ready') return LOADING;
  const { settings, reasons, trouble } = settled;
  const value = {
    settings,
    timeZone,
    reasonsMissing: reasonsMissing(reasons),
    trouble,
    open: open.value,
    abandoned: abandoned.value,
    today: today.value,
  };
  return { is: 'ready', value };
}

/** The office's time zone: the one that was set, else the browser's. */
export function officeTimeZone(setting: string | null): string {
  return setting ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @param query the same function as long as it asks the same; `null` = not yet. */
function useQuery<T>(query: (() => Promise<T>) | null): Live<T> {
  const [answer, setAnswer] = useState<Live<T>>(LOADING);
  useEffect(() => {
    if (!query) return;
    const subscription = liveQuery(query).subscribe({
      next: (value) => setAnswer({ is: 'ready', value }),
      error: (thrown) => setAnswer({ is: 'failed', why: failureText(thrown) }),
    });
    return () => subscription.unsubscribe();
  }, [query]);
  return answer;
}
