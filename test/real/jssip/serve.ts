/**
 * Serves a small web phone that is made of the real JsSIP library, and the peer that calls it.
 * Run it as a program (`node test/real/jssip/serve.ts`) to try it by hand: a line on the input calls.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { openPeer, type Peer } from './peer.ts';

/** A web phone that is being served. */
export interface WebPhone {
  url: string;
  peer: Peer;
  close(): Promise<void>;
}

const FOLDER = join(import.meta.dirname, 'page');
const TYPES: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'phone.css': 'text/css; charset=utf-8',
  'phone.js': 'text/javascript; charset=utf-8',
};

/** Serves it on any free port. */
export async function serveWebPhone(): Promise<WebPhone> {
  const script = await bundled();
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').split('?')[0]?.slice(1) || 'index.html';
    const type = TYPES[name];
    if (!type) return response.writeHead(404).end();
    const content = name === 'phone.js' ? script : await readFile(join(FOLDER, name));
    return response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
  });
  const peer = openPeer(server, '/sip');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    peer,
    close: () =>
      new Promise((done) => {
        peer.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The page's script with the library in it, which is published as CommonJS. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(FOLDER, 'phone.js'), formats: ['es'], fileName: 'phone' },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('the web phone was not built');
  return chunk.code;
}

if (import.meta.main) {
  const { url, peer } = await serveWebPhone();
  console.log(`${url}\nEach line calls; an empty one hangs up.`);
  let call: ReturnType<Peer['call']> | null = null;
  for await (const data of process.stdin) {
    const number = String(data).trim();
    if (number) call = peer.call({ number, name: 'Maria Lopez' });
    else if (call?.state() === 'ringing') call.cancel();
    else call?.bye();
  }
}
