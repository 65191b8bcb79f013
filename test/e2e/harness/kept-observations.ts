/** How much reached the database, read past the extension. Runs in the browser: it can use nothing outside itself. */

/** Observations that are kept, over all watchers: each numbers its own from 1. */
export async function keptObservations(): Promise<number> {
  const DATABASE = 'callmark';
  const all = await indexedDB.databases();
  if (!all.some(({ name }) => name === DATABASE)) return 0;
  const database = await done(indexedDB.open(DATABASE));
  try {
    const watches: { seq: number }[] = await done(
      database.transaction('watches').objectStore('watches').getAll(),
    );
    return watches.reduce((sum, { seq }) => sum + seq, 0);
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
