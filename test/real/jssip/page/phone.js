/**
 * A web phone on the real JsSIP, with the structure and the life cycle of its demo, tryit-jssip: what rings is
 * replaced by what is talked in; a second call is refused as busy; the end is a toast.
 */
import JsSIP from 'jssip';

const status = document.getElementById('status');
const content = document.getElementById('content');
const notes = document.getElementById('notes');
/** A toast goes after this, ms. */
const TOAST_MS = 3000;

const socket = new JsSIP.WebSocketInterface(`ws://${location.host}/sip`);
const phone = new JsSIP.UA({
  uri: 'sip:dana@phone.example',
  display_name: 'Dana Ruiz',
  sockets: [socket],
  session_timers: false,
});
let current = null;

for (const is of ['connecting', 'connected', 'disconnected', 'registered', 'unregistered']) {
  phone.on(is, () => {
    status.textContent = is;
  });
}

phone.on('newRTCSession', ({ originator, session }) => {
  if (originator === 'local') return;
  if (current) {
    session.terminate({ status_code: 486, reason_phrase: 'Busy Here' });
    return;
  }
  current = session;
  content.replaceChildren(incoming(session));
  session.on('accepted', () => content.replaceChildren(talk(session)));
  session.on('failed', () => gone());
  session.on('ended', ({ cause }) => {
    gone();
    toast('info', 'Call ended', `Cause: ${cause}`);
  });
});

phone.start();

function gone() {
  current = null;
  content.replaceChildren();
}

/** A call that rings: name and address, and two buttons that are known by their words alone. */
function incoming(session) {
  const { display_name: name, uri } = session.remote_identity;
  return part('div', { 'data-component': 'Incoming' }, [
    part('div', { class: 'info' }, [
      part('div', { class: 'chip' }, [
        part('span', {}, [`${name ?? ''} `, part('span', { class: 'uri' }, [`<${uri}>`])]),
      ]),
    ]),
    part('div', { class: 'buttons' }, [
      button('Answer', () => session.answer({ pcConfig: { iceServers: [] } })),
      button('Reject', () => session.terminate()),
    ]),
  ]);
}

/** A call that is talked in: nothing of the caller, a message, icons without a word. */
function talk(session) {
  const message = part('div', { class: 'message' }, ['no remote video']);
  const hangUp = icon('M4 14 L20 14', () => session.terminate());
  const pause = icon('M8 6 L8 18 M14 6 L14 18', () => session.hold({ useUpdate: true }));
  const resume = icon('M8 6 L18 12 L8 18 Z', () => session.unhold({ useUpdate: true }));
  const controls = part('div', { class: 'controls' }, [hangUp, pause]);
  const holds = { local: false, remote: false };
  const draw = () => {
    const { local, remote } = holds;
    message.textContent = local
      ? remote
        ? 'both hold'
        : 'local hold'
      : remote
        ? 'remote hold'
        : 'no remote video';
    controls.replaceChildren(hangUp, local ? resume : pause);
  };
  for (const [event, on] of [
    ['hold', true],
    ['unhold', false],
  ]) {
    session.on(event, ({ originator }) => {
      holds[originator] = on;
      draw();
    });
  }
  return part('div', { 'data-component': 'Session' }, [
    part('video', { class: 'local-video hidden' }, []),
    part('video', { class: 'remote-video hidden' }, []),
    part('div', { class: 'no-remote-video-info' }, [message]),
    part('div', { class: 'controls-container' }, [controls]),
  ]);
}

function toast(level, title, text) {
  const note = part(
    'div',
    { class: `notification notification-${level} notification-visible`, role: 'alert' },
    [
      part('h4', { class: 'notification-title' }, [title]),
      part('div', { class: 'notification-message' }, [text]),
    ],
  );
  notes.append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

function button(label, press) {
  const node = part('button', { type: 'button' }, [
    part('div', {}, [part('div', {}, [part('span', {}, [label])])]),
  ]);
  node.addEventListener('click', press);
  return part('div', {}, [node]);
}

function icon(path, press) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'control');
  svg.setAttribute('viewBox', '0 0 24 24');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  line.setAttribute('stroke', '#fff');
  line.setAttribute('stroke-width', '4');
  svg.append(line);
  svg.addEventListener('click', press);
  return svg;
}

function part(tag, attributes, children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
