/** SIP messages as text, as far as one call over a WebSocket needs them (RFC 3261, RFC 7118). */

/** A message that was received. */
export interface Sip {
  /** Of a request, `INVITE`; of a response, that of the request it answers. */
  method: string;
  /** Of a response, `180`; `null` for a request. */
  status: number | null;
  /** The value of a header, `undefined` where there is none; of several, the first. Names in any case. */
  header(name: string): string | undefined;
  body: string;
}

/** Takes a message apart. Throws where it is none. */
export function parseSip(text: string): Sip {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:\s]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
  }
  const header = (name: string) => headers.get(name.toLowerCase());
  const status = /^SIP\/2\.0 (\d{3}) /.exec(`${first} `)?.[1];
  const method = status ? header('CSeq')?.split(' ')[1] : first.split(' ')[0];
  if (end < 0 || !method) throw new Error('no SIP message');
  return { method, status: status ? Number(status) : null, header, body: text.slice(end + 4) };
}

/** Writes a request or a response; `first` is its first line. */
export function writeSip(first: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const all = [...headers, ...(body ? [['Content-Type', 'application/sdp'] as const] : [])];
  const lines = [first, ...all.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Answers a request: what is said to it is copied from it. */
export function answerTo(request: Sip, status: string, more: readonly [string, string][] = [], body = '') {
  const copied = ['Via', 'From', 'To', 'Call-ID', 'CSeq'].map((name): [string, string] => {
    const value = request.header(name) ?? '';
    return [name, name === 'To' && !value.includes(';tag=') ? `${value};tag=exchange` : value];
  });
  return writeSip(`SIP/2.0 ${status}`, [...copied, ...more], body);
}
