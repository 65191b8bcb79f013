/**
 * A screen of its own for one browser with a window (Xvfb), with a keyboard (xdotool) and eyes: the browser draws its
 * own prompts inside its window and tells nobody, so that a test can only look.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Whether this machine can show such a screen. */
export function hasDisplay(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['Xvfb', 'xdotool'].every((tool) => folders.some((folder) => existsSync(join(folder, tool))));
}

/** What a screen shows: RGB and one byte of nothing for each pixel. */
export interface Picture {
  width: number;
  height: number;
  pixels: Buffer;
}

/** A screen that runs. */
export class Display {
  private readonly server: ChildProcess;
  private readonly folder: string;
  /** Its name, for the environment variable DISPLAY. */
  readonly name: string;

  private constructor(server: ChildProcess, folder: string, name: string) {
    this.server = server;
    this.folder = folder;
    this.name = name;
  }

  /** Starts one under a name that is free. */
  static async start(): Promise<Display> {
    const folder = mkdtempSync(join(tmpdir(), 'callmark-display-'));
    const screen = ['-screen', '0', '1400x900x24', '-nolisten', 'tcp', '-fbdir', folder];
    const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => server.kill());
    const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
    return new Display(server, folder, `:${String(number).trim()}`);
  }

  /** Presses keys, such as `Tab` or `alt+shift+m`, one after the other. */
  press(...keys: string[]): void {
    execFileSync('xdotool', ['key', ...keys], { env: { ...process.env, DISPLAY: this.name } });
  }

  /** What it shows now. */
  look(): Picture {
    // The format of xwd: a header of big-endian words, colours, then the picture.
    const file = readFileSync(join(this.folder, 'Xvfb_screen0'));
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    const from = file.readUInt32BE(0) + file.readUInt32BE(76) * 12;
    return { width, height, pixels: file.subarray(from, from + file.readUInt32BE(48) * height) };
  }

  /** Ends it. */
  async close(): Promise<void> {
    const gone = once(this.server, 'close');
    this.server.kill();
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** How many pixels differ. */
export function difference(one: Picture, other: Picture): number {
  const [a, b] = [one, other].map(wordsOf) as [Uint32Array, Uint32Array];
  let sum = 0;
  for (const [at, pixel] of a.entries()) if (pixel !== b[at]) sum += 1;
  return sum;
}

function wordsOf({ pixels }: Picture): Uint32Array {
  return new Uint32Array(pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + pixels.length));
}
