/**
 * Serves the demo CRM and the test pages on loopback, and keeps the demo's telephone line: it goes on while
 * the CRM's page is reloaded, closed, or its browser is killed, as a real one does.
 * Run it as a program (`node test/demo-crm/serve.ts [port]`) and it prints its address.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Line, openLine } from './line.ts';
import type { Action, Exchange } from './phone.ts';

/** A demo that is being served. */
export interface Demo {
  /** `http://127.0.0.1:PORT/demo-crm/` */
  url: string;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Does something to the telephone line from outside any page; all pages see it. */
  act(action: Action): string | null;
  /** The line as it is now. */
  exchange(): Exchange;
  close(): Promise<void>;
}

/**
 * Serves `public/` under `/demo-crm/` and `test/pages/` under `/pages/`.
 * @param options.port default: any free one. Rejects where it is taken.
 */
export async function serveDemo(options: { port?: number } = {}): Promise<Demo> {
  const line = openLine();
  const server = createServer((request, response) => {
    answer(line, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/demo-crm/`,
    origin,
    act: line.act,
    exchange: line.exchange,
    close: () =>
      new Promise((done) => {
        line.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const here = fileURLToPath(new URL('.', import.meta.url));
const FOLDERS = { '/demo-crm/': join(here, 'public'), '/pages/': resolve(here, '../pages') };
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const LARGEST_ACTION = 10_000;

async function answer(line: Line, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request.url ?? '/');
  if (path === null) return refuse(response, 400);
  if (path === '/demo-crm/api/line') return line.listen(response);
  if (path === '/demo-crm/api/act') return takeAction(line, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (path === '/' || path === '/demo-crm') {
    response.writeHead(302, { location: '/demo-crm/', 'cache-control': 'no-store' }).end();
    return;
  }
  const file = fileOf(path);
  const type = file && TYPES[extname(file)];
  const content = file && type ? await readFile(file).catch(() => null) : null;
  if (!content || !type) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Only pages of this server can send JSON here without asking the browser first, which nobody answers. */
async function takeAction(line: Line, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405);
  if (request.headers['content-type'] !== 'application/json') return refuse(response, 415);
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > LARGEST_ACTION) return refuse(response, 413);
  }
  let result: string | null;
  try {
    result = line.act(JSON.parse(body) as Action);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    return;
  }
  const told = JSON.stringify({ result, version: line.version(), exchange: line.exchange() });
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(told);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/** The decoded path of an address, `null` where it cannot be decoded. */
function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(address.split(/[?#]/)[0] ?? '/');
  } catch {
    return null;
  }
}

/** The file behind a path; `null` where it is outside the served folders. */
function fileOf(path: string): string | null {
  for (const [prefix, folder] of Object.entries(FOLDERS)) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    if (rest.includes('\0')) return null;
    const file = resolve(folder, `./${rest.endsWith('/') || rest === '' ? `${rest}index.html` : rest}`);
    return file.startsWith(folder + sep) ? file : null;
  }
  return null;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const demo = await serveDemo({ port: Number(process.argv[2] ?? 4600) });
  console.log(`Demo CRM: ${demo.url}`);
}
