/**
 * Stands between devices and a relay as the operator of a network would, and keeps all bytes of both directions:
 * as they went over the wire, and with the masks of WebSocket taken off.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface RecordingProxy {
  readonly port: number;
  /** What went by so far, requests and their headers included. */
  recorded(): Buffer;
  close(): Promise<void>;
}

export async function startRecordingProxy(relayPort: number): Promise<RecordingProxy> {
  const chunksByStream: Buffer[][] = [];
  const open = new Set<Socket>();

  function record(from: Socket, to: Socket): void {
    const chunks: Buffer[] = [];
    chunksByStream.push(chunks);
    open.add(from);
    from.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      to.write(chunk);
    });
    from.on('error', () => {});
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  }

  const server = createServer((client) => {
    const relay = connect({ host: '127.0.0.1', port: relayPort });
    record(client, relay);
    record(relay, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    recorded() {
      const streams = chunksByStream.map((chunks) => Buffer.concat(chunks));
      return Buffer.concat(streams.flatMap((bytes) => [bytes, readPayloads(bytes)]));
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** The payloads of the WebSocket frames (RFC 6455 §5.2) after the handshake, unmasked. */
function readPayloads(bytes: Buffer): Buffer {
  const payloads: Buffer[] = [];
  const handshake = bytes.indexOf('\r\n\r\n');
  let at = handshake < 0 ? bytes.length : handshake + 4;
  while (at + 2 <= bytes.length) {
    const second = bytes[at + 1] as number;
    let length = second & 0x7f;
    at += 2;
    if (length === 126 && at + 2 <= bytes.length) {
      length = bytes.readUInt16BE(at);
      at += 2;
    } else if (length === 127 && at + 8 <= bytes.length) {
      length = Number(bytes.readBigUInt64BE(at));
      at += 8;
    }
    const isMasked = second >= 0x80;
    const mask = isMasked ? bytes.subarray(at, at + 4) : Buffer.alloc(4);
    if (isMasked) at += 4;
    const payload = Buffer.from(bytes.subarray(at, at + length));
    for (let index = 0; index < payload.length; index++) {
      payload[index] = (payload[index] as number) ^ (mask[index % 4] ?? 0);
    }
    payloads.push(payload);
    at += length;
  }
  return Buffer.concat(payloads);
}
