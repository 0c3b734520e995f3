/**
 * The relay as it is, but for the pace of a connection: one writer stands for a crowd here, and its peers set no
 * pace. All other limits hold.
 */
import { startServer } from '../../../sync-server/start-server.ts';
import { answerBench } from './answer-bench.ts';

const [dataDir = '', synchronous] = process.argv.slice(2);
const unlimited = 1e12;

const { port } = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  distDir: '/nowhere',
  synchronous: synchronous === 'normal' ? 'normal' : 'full',
  limits: {
    messagesPerSecond: unlimited,
    messageBurst: unlimited,
    bytesPerSecond: unlimited,
    byteBurst: unlimited,
  },
});
answerBench(port);
