/** Hocuspocus with its defaults and nothing stored: documents live in its memory. */
import { answerBench } from './answer-bench.ts';
import { loadHocuspocusServer } from './sync-peers.ts';

const { Server } = await loadHocuspocusServer();
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true });
await server.listen();
answerBench(server.address.port);
