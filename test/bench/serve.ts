/** Serves the bench's busy page on loopback, at an address for each profile of the bench, and one that none reads. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A page that is being served. */
export interface Served {
  /** Read by the bench's profile of this name. */
  watched(profile: string): string;
  /** The same page, read by nobody. */
  plain: string;
  close(): Promise<void>;
}

/** The path, below which each of the bench's profiles reads the pages of its name. */
export const WATCHED_PATH = '/bench/watched/';
const PLAIN_PATH = '/bench/plain/';
const BASE = /^\/bench\/(?:watched\/[\w-]+|plain)\/([\w.]*)$/;

const FILES: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'churn.css': 'text/css; charset=utf-8',
  'churn.js': 'text/javascript; charset=utf-8',
};

const HEADERS = {
  'cache-control': 'no-store',
  // Isolated, a page has a clock of 5 µs instead of 100.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Serves the folder `churn/` on any free port. */
export async function serveChurn(): Promise<Served> {
  const server = createServer(async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const file = BASE.exec(path)?.[1] || 'index.html';
    const type = BASE.test(path) ? FILES[file] : undefined;
    if (!type) return response.writeHead(404).end();
    const content = await readFile(join(import.meta.dirname, 'churn', file));
    return response.writeHead(200, { 'content-type': type, ...HEADERS }).end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    watched: (profile) => `${origin}${WATCHED_PATH}${profile}/`,
    plain: origin + PLAIN_PATH,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
