/** What the peer says of its sound: enough for a browser to take it. No packet is ever sent. */

const FINGERPRINT = Array.from({ length: 32 }, (_, i) => (i + 16).toString(16).toUpperCase()).join(':');

/**
 * An offer or answer of one voice.
 * @param setup who begins the encryption: `actpass` in an offer.
 * @param direction as the peer sees it.
 */
export function voice(
  setup: 'actpass' | 'passive' = 'actpass',
  direction: 'sendrecv' | 'sendonly' | 'recvonly' = 'sendrecv',
): string {
  const lines = [
    'v=0',
    'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:peer',
    'a=ice-pwd:nobodyAnswersHereEver1234',
    `a=fingerprint:sha-256 ${FINGERPRINT}`,
    `a=setup:${setup}`,
    'a=mid:0',
    `a=${direction}`,
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=10;useinbandfec=1',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
