/**
 * `npm run simulate -- WORKFLOW [--seed N] [--seeds N]`: plays a workflow in virtual time with simulated people, who
 * are late, fail, keep silent, go away, change their minds, lose their connection and have wrong clocks, and tells
 * what happened, who was told of what, and how it ended. The same seed gives the same bytes. `all` is every
 * workflow; with several seeds there is a table instead of stories. What must hold of every run is checked
 * (`simulate/check-outcome.ts`); where it does not, the way to play it again is printed and the exit code is 1.
 */
import { parseArgs } from 'node:util';
import { templates } from '../src/templates/templates.ts';
import type { WorkflowDefinition } from '../src/model/workflow.ts';
import { checkOutcome } from './simulate/check-outcome.ts';
import { playWorkflow } from './simulate/play-workflow.ts';
import { addToRow, type Row, rowsToTable, startRow } from './simulate/result-table.ts';
import { tellStory } from './simulate/tell-story.ts';

const usage = 'npm run simulate -- WORKFLOW|all [--seed N] [--seeds N]';
const mostReplays = 10;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, seeds: { type: 'string' } },
    allowPositionals: true,
  });
  const [name] = positionals;
  const chosen = templates.filter(({ id }) => name === 'all' || id === name);
  const count = readNatural(values.seeds ?? '1');
  const first = readNatural(values.seed ?? '1');
  if (chosen.length === 0 || count === null || count === 0 || first === null) {
    console.error(`${usage}\nworkflows: ${templates.map(({ id }) => id).join(' ')}`);
    return 2;
  }
  const [only] = chosen;
  if (count === 1 && chosen.length === 1 && only !== undefined) return playOne(only, first);
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  return playAll(chosen, seeds);
}

async function playOne(definition: WorkflowDefinition, seed: number): Promise<number> {
  const outcome = await playWorkflow(definition, seed);
  process.stdout.write(tellStory(outcome));
  const wrong = checkOutcome(outcome);
  for (const each of wrong) console.error(`wrong: ${each}`);
  return wrong.length === 0 ? 0 : 1;
}

async function playAll(chosen: readonly WorkflowDefinition[], seeds: readonly number[]): Promise<number> {
  const rows: Row[] = [];
  const replays: string[] = [];
  for (const definition of chosen) {
    const row = startRow(definition.id);
    for (const seed of seeds) {
      const outcome = await playWorkflow(definition, seed);
      const wrong = checkOutcome(outcome);
      addToRow(row, outcome, wrong.length > 0);
      if (wrong.length > 0)
        replays.push(`${wrong.join('\n')}\n  again: npm run simulate -- ${definition.id} --seed ${seed}`);
    }
    rows.push(row);
  }
  console.log(rowsToTable(rows));
  for (const each of replays.slice(0, mostReplays)) console.error(each);
  const some = chosen.length === 1 ? '1 workflow' : `${chosen.length} workflows`;
  console.log(
    `${some}, ${seeds.length === 1 ? '1 seed' : `${seeds.length} seeds`} each, ${replays.length} wrong`,
  );
  return replays.length === 0 ? 0 : 1;
}

function readNatural(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
