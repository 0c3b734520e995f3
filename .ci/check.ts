/** `npm run check`: format, lint, types, unused code, import cycles. */
import { reportCounts } from './counts.ts';
import { runGates } from './gates.ts';

reportCounts(runGates());
