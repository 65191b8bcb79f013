/** Who is signed in: kept in this browser, shared by its tabs; `?as=Name` says it for one tab. */
import { CSRS } from './data/office.js';

const KEY = 'brightpipe.csr';
const asked = new URLSearchParams(location.search).get('as');

/** The signed-in CSR's name. */
export const csr = () => asked ?? localStorage.getItem(KEY) ?? CSRS[0];

/** Signs somebody in, in all tabs without `?as`. */
export const signIn = (name) => localStorage.setItem(KEY, name);

/** Calls back when another tab has signed somebody in. */
export const onSignIn = (changed) =>
  addEventListener('storage', (event) => {
    if (event.key === KEY) changed();
  });
