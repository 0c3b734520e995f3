import { createServer } from 'node:net';

/**
 * Where to look: below the ports from which systems take one for every connection that goes out (from 32768 on), so
 * that none of those comes by while a server that has the port is down.
 */
const lowest = 20_000;
const highest = 32_000;
const tries = 100;

/** A loopback port that was free a moment ago, and that nobody gets who asks for any port at all. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${lowest} to ${highest} was free in ${tries} tries.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
