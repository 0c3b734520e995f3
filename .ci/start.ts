/**
 * `npm start`: builds the page when it has to, then serves page and relay.
 *
 * The relay runs in this very process, so that Ctrl-C and a supervisor's signal reach it directly.
 */
import { buildIfStale } from './build-if-stale.ts';

if (buildIfStale()) await import('../sync-server/main.ts');
else process.exitCode = 1;
