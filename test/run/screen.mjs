/** A screen and a keyboard for the tests of the browser's own prompt, which no headless browser shows. */
import { installBySystem, onPath } from './system.mjs';

const PACKAGES = {
  'apt-get': ['xvfb', 'xdotool'],
  dnf: ['xorg-x11-server-Xvfb', 'xdotool'],
  pacman: ['xorg-server-xvfb', 'xdotool'],
  apk: ['xvfb', 'xdotool'],
};

/** Gets them where it can. Without them the other tests run all the same, and it says in one line what is left out. */
export async function findScreen() {
  if (process.platform !== 'linux') return tellWithout();
  if (!isThere()) await installBySystem('Xvfb and xdotool', PACKAGES);
  if (!isThere()) tellWithout();
}

function isThere() {
  return ['Xvfb', 'xdotool'].every(onPath);
}

function tellWithout() {
  console.log('Without Xvfb and xdotool the tests of the browser’s own permission prompt are left out.');
}
