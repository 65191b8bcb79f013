/** The CRM's link to its telephone line: the state comes from the server, actions go to it. */

let told = { version: -1, exchange: { calls: [], jobs: [] } };
let listener = null;
let linkedAnew = false;

/** The line as last told by the server: calls, jobs, numbers. */
export const exchange = () => told.exchange;

/**
 * Follows the line; the listener is called after every change, also the first.
 * @returns {Promise<void>} when the line is known
 */
export function follow(changed, linked) {
  listener = changed;
  const source = new EventSource('api/line');
  return new Promise((known) => {
    // A link that was lost and made anew may lead to a server that was started anew: its word counts whole.
    source.addEventListener('open', () => {
      linkedAnew = true;
      linked(true);
    });
    source.addEventListener('error', () => linked(false));
    source.addEventListener('message', (message) => {
      if (linkedAnew) told.version = -1;
      linkedAnew = false;
      take(JSON.parse(message.data));
      known();
    });
  });
}

/**
 * Does something to the line (actions: phone.ts) and waits until the page shows it.
 * @returns {Promise<string | null>} the id of the new call, the number of the job, or null
 */
export async function act(action) {
  const response = await fetch('api/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
  if (!response.ok) throw new Error(await response.text());
  const { result, ...state } = await response.json();
  take(state);
  return result;
}

function take(state) {
  if (state.version <= told.version) return;
  told = state;
  listener?.();
}
