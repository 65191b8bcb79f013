/**
 * The background worker by the browser's own DevTools: Playwright does not notice when a worker that was
 * stopped runs again, so its list of workers cannot be asked.
 */
import type { CDPSession } from '@playwright/test';

/** Id of the running worker of an extension; null while none runs. */
export async function runningWorker(browser: CDPSession, origin: string): Promise<string | null> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  return worker?.targetId ?? null;
}

/**
 * Evaluates an expression in a target and returns its value, awaited. Throws what it threw, and where the
 * target goes before it answered.
 * @param devtools the browser's address, `ws://127.0.0.1:…/devtools/browser/…`.
 */
export function evaluateIn(devtools: string, target: string, expression: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL(`/devtools/page/${target}`, devtools));
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    socket.onclose = () => reject(new Error('the worker went before it answered'));
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: Evaluated };
      if (id !== 1) return;
      const thrown = result?.exceptionDetails?.exception?.description;
      if (thrown) reject(new Error(thrown));
      else resolve(result?.result?.value);
      socket.close();
    };
  });
}

interface Evaluated {
  result?: { value?: unknown };
  exceptionDetails?: { exception?: { description?: string } };
}
