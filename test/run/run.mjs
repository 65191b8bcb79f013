/** Runs a program to its end. For any Node from 18 on: nothing may be installed yet. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The environment in which the project's own programs, its Node first of all, are found before others. */
export const ENVIRONMENT = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/** Something a person has to do; its message is one sentence that says what. */
export class Problem extends Error {}

/**
 * Runs a program in the project's folder.
 * @param {string} program
 * @param {string[]} args
 * @param {{ show?: boolean, seconds?: number, env?: NodeJS.ProcessEnv }} [options] `show` passes its output
 *   on; `seconds` ends it after that time.
 * @returns {Promise<{ code: number | null, output: string }>} `code` is null where it could not be started or
 *   was ended; `output` is what it said, empty with `show`.
 */
export function run(program, args, { show = false, seconds = 0, env = ENVIRONMENT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const limit = seconds > 0 ? setTimeout(() => child.kill('SIGKILL'), seconds * 1000) : undefined;
    const end = (code, said) => {
      clearTimeout(limit);
      resolve({ code, output: said });
    };
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        output += data;
      });
    }
    child.on('error', (error) => end(null, error.message));
    child.on('close', (code) => end(code, output));
  });
}
