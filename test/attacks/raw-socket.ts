/** A connection without manners: speaks the bytes it is told to, answers nothing, reads only when asked to. */
import { connect } from 'node:net';
import { afterEach } from 'vitest';

export interface RawSocket {
  /** Everything that was read. */
  readonly text: () => string;
  /** Milliseconds after opening at which the other side ended it. */
  readonly ended: Promise<number>;
  write(bytes: Uint8Array | string): void;
}

const open = new Set<() => void>();

afterEach(() => {
  for (const destroy of open) destroy();
  open.clear();
});

export async function openRaw(port: number): Promise<RawSocket> {
  const stream = connect({ host: '127.0.0.1', port, noDelay: true });
  open.add(() => stream.destroy());
  const started = performance.now();
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  stream.on('error', () => {});
  const ended = new Promise<number>((resolve) => {
    stream.on('close', () => resolve(performance.now() - started));
  });
  await new Promise<void>((resolve, reject) => {
    stream.once('connect', resolve);
    stream.once('close', () => reject(new Error('not even connected')));
  });
  return { text: () => text, ended, write: (bytes) => void stream.write(bytes) };
}

/** Asks for a WebSocket and, once it has one, leaves every ping and goodbye unanswered. */
export async function openMute(port: number, origin = `http://127.0.0.1:${port}`): Promise<RawSocket> {
  const raw = await openRaw(port);
  raw.write(
    [
      'GET /relay HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      `Origin: ${origin}`,
      '\r\n',
    ].join('\r\n'),
  );
  return raw;
}

/** A client's WebSocket frame; `opcode` 0 continues, 2 begins a binary message, 9 pings, 10 pongs. */
export function webSocketFrame(opcode: number, isLast: boolean, payload: Uint8Array): Uint8Array {
  const long = payload.length > 125;
  const head = long ? [0x80 | 126, payload.length >> 8, payload.length & 0xff] : [0x80 | payload.length];
  // Masked with zeros, which leaves the payload as it is.
  return Uint8Array.from([(isLast ? 0x80 : 0) | opcode, ...head, 0, 0, 0, 0, ...payload]);
}
