/**
 * `window.demo`: what the phone simulator can do, for test scripts. No CRM has this; the CRM's own modules do
 * not use it. Every function gives a promise that is fulfilled once this page shows the change.
 *
 *   ring({ from, name?, to?, campaign?, id?, ringsForMs? }) → the call's id; an id that exists is not rung twice
 *   ringTwo(first, second) → both ids
 *   dial({ to, name? }) → id of an outbound call by the signed-in CSR
 *   remoteAnswer(id)        the person called picks up
 *   hangUp(id)              the other party hangs up
 *   ringOut(id, afterMs?)   the caller gives up (now, or so much later)
 *   deskAnswer(id)          answered on a desk phone: connected, claimed by nobody
 *   takenBy(id, csr)        another CSR takes it, while it rings or later
 *   loseNextClaimTo(csr)    the next claim clicked anywhere goes to this CSR instead
 *   close(id)               closes the bubble of an ended call
 *   signIn(name)            in all tabs of this browser; `?as=Name` in the address outranks it
 *   reset()                 an empty line, the first numbers again
 *   calls()                 the calls as the server keeps them (not a promise)
 */
import { act, exchange } from './line.js';
import { csr, signIn } from './session.js';

export const demo = {
  ring: (call) => act({ do: 'ring', ...call }),
  ringTwo: async (first, second) => [await demo.ring(first), await demo.ring(second)],
  dial: (call) => act({ do: 'dial', csr: csr(), ...call }),
  remoteAnswer: (call) => act({ do: 'remoteAnswer', call }),
  hangUp: (call) => act({ do: 'hangUp', call }),
  ringOut: (call, afterMs = 0) => act({ do: 'ringOut', call, afterMs }),
  deskAnswer: (call) => act({ do: 'deskAnswer', call }),
  takenBy: (call, csrName) => act({ do: 'takenBy', call, csr: csrName }),
  loseNextClaimTo: (csrName) => act({ do: 'loseNextClaimTo', csr: csrName }),
  close: (call) => act({ do: 'close', call }),
  signIn: async (name) => {
    signIn(name);
    // Storage events reach the other tabs only.
    dispatchEvent(new StorageEvent('storage', { key: 'brightpipe.csr' }));
  },
  reset: () => act({ do: 'reset' }),
  calls: () => exchange().calls,
};

globalThis.demo = demo;
