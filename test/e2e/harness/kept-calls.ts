/** The extension's database, read past the extension. Runs in the browser: it can use nothing outside itself. */
import type { Call } from '@/lib/calls/call.ts';

/** All calls that are kept, by start. None where there is no database yet. */
export async function keptCalls(): Promise<Call[]> {
  // The name that lib/store/database.ts gives it.
  const DATABASE = 'callmark';
  // Opening one that is not there would make an empty one.
  const all = await indexedDB.databases();
  if (!all.some(({ name }) => name === DATABASE)) return [];
  const database = await done(indexedDB.open(DATABASE));
  try {
    const calls: Call[] = await done(database.transaction('calls').objectStore('calls').getAll());
    return calls.sort((a, b) => a.startedAt - b.startedAt);
  } finally {
    database.close();
  }

  function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
