/** The browser's extension storage in memory, for the store's tests; the real one is used end to end. */
export class Storage {
  data = new Map<string, unknown>();
  /** Bytes it takes at most, as a full disk. */
  full = false;

  async get(keys: string | string[]): Promise<Record<string, unknown>> {
    const wanted = typeof keys === 'string' ? [keys] : keys;
    return Object.fromEntries(
      wanted.filter((k) => this.data.has(k)).map((k) => [k, structuredClone(this.data.get(k))]),
    );
  }

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.full) throw new Error('Resource::kQuotaBytes quota exceeded: QUOTA_BYTES');
    for (const [k, value] of Object.entries(items)) this.data.set(k, structuredClone(value));
  }

  async remove(keys: string | string[]): Promise<void> {
    for (const k of typeof keys === 'string' ? [keys] : keys) this.data.delete(k);
  }

  async getKeys(): Promise<string[]> {
    return [...this.data.keys()];
  }
}

/** Gives the code under test its storage, fresh. */
export function freshStorage(): { local: Storage; session: Storage } {
  const storage = { local: new Storage(), session: new Storage() };
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { storage });
  return storage;
}
