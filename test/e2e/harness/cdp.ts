/** A bare DevTools connection: a hundred browser starts are quicker without a test framework's bookkeeping. */

type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

/** Commands to, and events from, one target over the browser's socket. */
export class Cdp {
  private readonly waiting = new Map<
    number,
    { resolve: (result: Params) => void; reject: (e: Error) => void }
  >();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly socket: WebSocket;
  private nextId = 0;
  private sessionId: string | undefined;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.onmessage = ({ data }) => this.hear(JSON.parse(String(data)));
    socket.onclose = () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the browser is gone'));
      this.waiting.clear();
    };
  }

  /** Connects to the browser at `ws://…`. */
  static async connect(devtools: string): Promise<Cdp> {
    const socket = new WebSocket(devtools);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error('the browser does not listen'));
    });
    return new Cdp(socket);
  }

  /** From here on speaks to the page whose address begins with `url`; waits for it to be there. */
  async attachTo(url: string): Promise<void> {
    const found = this.once('Target.targetInfoChanged', ({ targetInfo }) =>
      isPage(targetInfo as Target, url),
    );
    await this.send('Target.setDiscoverTargets', { discover: true });
    const { targetInfos } = await this.send('Target.getTargets');
    const there = (targetInfos as Target[]).find((t) => isPage(t, url));
    const { targetId } = there ?? ((await found).targetInfo as Target);
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.sessionId = sessionId as string;
  }

  /** Sends a command and gives its result. */
  send(method: string, params: Params = {}): Promise<Params> {
    this.nextId += 1;
    const id = this.nextId;
    const { sessionId } = this;
    this.socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  /** Calls back at every such event. */
  on(event: string, listener: Listener): void {
    const all = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, all.add(listener));
  }

  /** The first such event that fits. */
  once(event: string, fits: (params: Params) => boolean = () => true): Promise<Params> {
    return new Promise((resolve) => this.on(event, (params) => fits(params) && resolve(params)));
  }

  private hear(message: {
    id?: number;
    result?: Params;
    error?: { message: string };
    method?: string;
    params?: Params;
  }) {
    const { id, result, error, method, params } = message;
    if (method) for (const listener of this.listeners.get(method) ?? []) listener(params ?? {});
    if (id === undefined) return;
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result ?? {});
  }
}

interface Target {
  targetId: string;
  type: string;
  url: string;
}

function isPage({ type, url }: Target, start: string): boolean {
  return type === 'page' && url.startsWith(start);
}
