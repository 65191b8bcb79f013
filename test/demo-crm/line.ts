/** The demo's telephone line while it is served: its state, its clock, and the pages that listen to it. */
import type { ServerResponse } from 'node:http';
import { act, newExchange, nextRingOut, settle } from './exchange.ts';
import type { Action, Exchange } from './phone.ts';

/** A line that goes on until it is closed. */
export type Line = ReturnType<typeof openLine>;

/** Opens a line on which nothing has happened yet. */
export function openLine() {
  let exchange = newExchange();
  let version = 0;
  let ringOut: NodeJS.Timeout | undefined;
  const listeners = new Set<ServerResponse>();

  const change = (next: Exchange) => {
    exchange = next;
    version += 1;
    clearTimeout(ringOut);
    const due = nextRingOut(exchange);
    // A timer may fire a moment early, then this only sets the next one.
    if (due !== null) ringOut = setTimeout(() => change(settle(exchange, Date.now())), due - Date.now());
    for (const listener of listeners) listener.write(event());
  };
  const event = () => `data: ${JSON.stringify({ version, exchange })}\n\n`;

  return {
    exchange: () => exchange,
    version: () => version,
    act(action: Action): string | null {
      const done = act(exchange, action, Date.now());
      change(done.exchange);
      return done.result;
    },
    listen(response: ServerResponse) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(event());
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    close() {
      clearTimeout(ringOut);
      for (const listener of listeners) listener.end();
    },
  };
}
