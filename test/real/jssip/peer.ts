/** The other side of a browser's phone: a registrar and a caller, who speak SIP over a WebSocket (RFC 7118). */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { voice } from './sdp.ts';
import { answerTo, parseSip, type Sip, writeSip } from './sip.ts';

/** A call as its caller sees it. */
export type CallState = 'calling' | 'ringing' | 'talking' | 'held' | 'refused' | 'cancelled' | 'over';

/** A call that the peer makes. */
export interface PeerCall {
  state(): CallState;
  /** The caller gives up before anybody answered. */
  cancel(): void;
  /** The caller hangs up. */
  bye(): void;
}

/** The peer. */
export interface Peer {
  /** A phone has registered and can be called. */
  registered(): boolean;
  /** Calls the phone that registered last. Throws where there is none. */
  call(from: { number: string; name?: string }): PeerCall;
  close(): void;
}

/** Who is called. */
export const CALLED = 'sip:dana@phone.example';
const HOST = 'peer.example';

/** Listens at `path` of the server. */
export function openPeer(server: Server, path: string): Peer {
  const sockets = new WebSocketServer({ server, path, handleProtocols: () => 'sip' });
  const calls = new Map<string, Dialog>();
  let phone: { socket: WebSocket; contact: string } | null = null;

  sockets.on('connection', (socket) => {
    socket.on('close', () => {
      if (phone?.socket === socket) phone = null;
    });
    socket.on('message', (data) => {
      // Empty lines keep a connection alive.
      if (String(data).trim() === '') return;
      const message = parseSip(String(data));
      const dialog = calls.get(message.header('Call-ID') ?? '');
      if (message.method === 'REGISTER') {
        const contact = message.header('Contact') ?? '';
        phone = { socket, contact: addressIn(contact) };
        socket.send(answerTo(message, '200 OK', [['Contact', `<${phone.contact}>;expires=600`]]));
      } else if (dialog) dialog.hear(message);
      else if (message.status === null) socket.send(answerTo(message, '481 Call Does Not Exist'));
    });
  });

  return {
    registered: () => phone !== null,
    call({ number, name }) {
      if (!phone) throw new Error('no phone has registered');
      const id = `call-${calls.size + 1}@${HOST}`;
      const from = `${name ? `"${name}" ` : ''}<sip:${number}@${HOST}>`;
      const dialog = new Dialog(phone.socket, phone.contact, id, from);
      calls.set(id, dialog);
      return dialog;
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** One call, from the first INVITE to the end. */
class Dialog implements PeerCall {
  private now: CallState = 'calling';
  private to = `<${CALLED}>`;
  private target: string;
  private seq = 1;
  private readonly socket: WebSocket;
  private readonly id: string;
  private readonly from: string;

  constructor(socket: WebSocket, target: string, id: string, from: string) {
    this.socket = socket;
    this.target = target;
    this.id = id;
    this.from = from;
    this.send('INVITE', 1, voice());
  }

  state(): CallState {
    return this.now;
  }

  cancel(): void {
    this.now = 'cancelled';
    // What is taken back has the number and the branch of what it takes back, and no tag of who was called.
    this.send('CANCEL', 1);
  }

  bye(): void {
    this.now = 'over';
    this.seq += 1;
    this.send('BYE', this.seq);
  }

  hear(message: Sip): void {
    if (message.status !== null) this.hearAnswer(message.status, message);
    else if (message.method === 'BYE') {
      this.now = 'over';
      this.socket.send(answerTo(message, '200 OK'));
    } else if (message.method === 'UPDATE') {
      const holds = /^a=(sendonly|inactive)\s*$/m.test(message.body);
      this.now = holds ? 'held' : 'talking';
      const body = voice('passive', holds ? 'recvonly' : 'sendrecv');
      this.socket.send(answerTo(message, '200 OK', [['Contact', `<sip:${HOST};transport=ws>`]], body));
    } else if (message.method !== 'ACK') this.socket.send(answerTo(message, '501 Not Implemented'));
  }

  private hearAnswer(status: number, message: Sip): void {
    if (message.method !== 'INVITE') return;
    if (status < 200) {
      if (status === 180 && this.now === 'calling') this.now = 'ringing';
      return;
    }
    this.to = message.header('To') ?? this.to;
    if (status < 300) {
      this.target = addressIn(message.header('Contact') ?? '') || this.target;
      this.now = 'talking';
      this.send('ACK', 1, '', 'ack');
    } else {
      if (this.now !== 'cancelled') this.now = 'refused';
      this.send('ACK', 1);
    }
  }

  private send(method: string, seq: number, body = '', branch = `invite-${seq}`): void {
    const headers = [
      ['Via', `SIP/2.0/WS ${HOST};branch=z9hG4bK-${this.id.split('@')[0]}-${branch}`],
      ['Max-Forwards', '69'],
      ['From', `${this.from};tag=caller`],
      ['To', this.to],
      ['Call-ID', this.id],
      ['CSeq', `${seq} ${method}`],
      ['Contact', `<sip:${HOST};transport=ws>`],
      ['Allow', 'INVITE, ACK, CANCEL, BYE, UPDATE'],
    ] as const;
    this.socket.send(writeSip(`${method} ${this.target} SIP/2.0`, headers, body));
  }
}

/** The address in `"Name" <address>;parameters`. */
function addressIn(header: string): string {
  return /<([^>]+)>/.exec(header)?.[1] ?? header.split(';')[0]?.trim() ?? '';
}
