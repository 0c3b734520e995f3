import { describe, it } from 'vitest';
import { tryRow } from '../support/merge-bench.ts';
import { approvalRows } from '../support/merge-rows/approval-rows.ts';
import { factRows } from '../support/merge-rows/fact-rows.ts';
import { flowRows } from '../support/merge-rows/flow-rows.ts';
import { itemRows } from '../support/merge-rows/item-rows.ts';
import { ownershipRows } from '../support/merge-rows/ownership-rows.ts';
import { planRows } from '../support/merge-rows/plan-rows.ts';
import { undoRows } from '../support/merge-rows/undo-rows.ts';
import { verdictRows } from '../support/merge-rows/verdict-rows.ts';

/** Each cell on either device, in either order of writing and arrival, with ids that sort either way. */
describe.each([
  ['what became of a step', verdictRows],
  ['passes, joins and the run', flowRows],
  ['undoing, and an end', undoRows],
  ['who has it', ownershipRows],
  ['facts and dates', factRows],
  ['the plan', planRows],
  ['votes', approvalRows],
  ['what is done once for each', itemRows],
] as const)('the merge table: %s', (_part, rows) => {
  it.each(rows.map((row) => [row.cell, row] as const))('%s', (_cell, row) => {
    tryRow(row);
  });
});
