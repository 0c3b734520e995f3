/**
 * What a device reaches the relay through: a loopback port of its own that can be cut and mended.
 *
 * It works alike in every engine, and cuts what browsers' own offline switches miss: open web sockets,
 * workers, service workers. The port is the device's for life, because its address is the origin that
 * its storage belongs to.
 */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export interface NetworkCable {
  /** Where the device finds the app. `localhost`, because browsers trust it without HTTPS. */
  readonly origin: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  dispose(): Promise<void>;
}

/** `targetPort` is asked at each connection, so the server behind it may come and go. */
export async function createNetworkCable(targetPort: number): Promise<NetworkCable> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    // The port stays taken while cut; nobody else may get it.
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: targetPort, host: '127.0.0.1' });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await listen(server);
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    mend: () => {
      isCut = false;
    },
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
