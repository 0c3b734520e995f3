/** y-websocket's server as its package starts it, nothing stored: documents live in its memory. */
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../../support/free-port.ts';
import { answerBench } from './answer-bench.ts';
import { loadYWebsocketServer } from './sync-peers.ts';

const port = await findFreePort();
process.env['HOST'] = '127.0.0.1';
process.env['PORT'] = String(port);
await loadYWebsocketServer();
// It does not say when it listens.
for (let tries = 0; tries < 100; tries++) {
  const answered = await fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    () => false,
  );
  if (answered) break;
  await delay(20);
}
answerBench(port);
