/**
 * `npm run patterns`: the 43 control-flow patterns of workflows, each played once on the engine. Prints what came of
 * each and how many there are of each sort; the exit code is 1 if one did not go as its scenario says.
 */
import { allScenarios } from './patterns/all-scenarios.ts';
import { outcomesToLines } from './patterns/pattern-table.ts';
import { playScenario } from './patterns/scenario.ts';

const outcomes = allScenarios.map(playScenario);
for (const line of outcomesToLines(outcomes)) console.log(line);
process.exitCode = outcomes.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
