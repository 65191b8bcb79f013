import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, serveDemo } from './serve.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

/** The status of a path as written: fetch would tidy it up first. */
const statusOf = (path: string) =>
  new Promise<number | undefined>((done, fail) => {
    request(new URL(demo.origin), { path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });

const post = (body: string, type = 'application/json') =>
  fetch(`${demo.url}api/act`, { method: 'POST', body, headers: { 'content-type': type } });

describe('the demo’s server', () => {
  it.each([
    ['', 'text/html; charset=utf-8'],
    ['app.js', 'text/javascript; charset=utf-8'],
    ['style/frame.css', 'text/css; charset=utf-8'],
    ['logo.svg', 'image/svg+xml'],
  ])('serves %j as %s, never from a cache', async (path, type) => {
    const response = await fetch(demo.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '/demo-crm/../serve.ts',
    '/demo-crm/%2e%2e/serve.ts',
    '/demo-crm/..%2fserve.ts',
    '/demo-crm/..%5cserve.ts',
    '/pages/../../package.json',
    '/demo-crm//etc/passwd',
    '/etc/passwd',
    '/demo-crm/none.html',
    '/demo-crm/app.js%00.html',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it('refuses an address that cannot be decoded', async () => {
    expect(await statusOf('/demo-crm/%zz')).toBe(400);
  });

  it('listens on loopback only', () => {
    expect(demo.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/demo-crm\/$/);
  });

  it('takes actions from pages and from Node into the same line', async () => {
    demo.act({ do: 'reset' });
    const rung = await (await post('{"do":"ring","from":"+15125550142"}')).json();
    expect(rung.result).toBe('C-20417');
    demo.act({ do: 'hangUp', call: rung.result });
    expect(demo.exchange().calls).toMatchObject([{ id: 'C-20417', endedBy: 'caller' }]);
  });

  it('refuses actions that another site could send without asking', async () => {
    expect((await post('{"do":"reset"}', 'text/plain')).status).toBe(415);
  });

  it('answers a malformed action with 400 and changes nothing', async () => {
    const before = demo.exchange();
    expect((await post('{')).status).toBe(400);
    expect((await post('{"do":"dance"}')).status).toBe(400);
    expect((await post(`"${'x'.repeat(20_000)}"`)).status).toBe(413);
    expect(demo.exchange()).toBe(before);
  });

  it('tells listeners the line as it is, then every change', async () => {
    demo.act({ do: 'reset' });
    const stop = new AbortController();
    const response = await fetch(`${demo.url}api/line`, { signal: stop.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain('"calls":[]');
    demo.act({ do: 'ring', from: '+15125550142' });
    expect(await next()).toContain('"id":"C-20417"');
    stop.abort();
  });
});
