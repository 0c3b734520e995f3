/**
 * A workflow as a file that people hand to each other (`.baton.json`).
 *
 * Invariants: what is written names nobody; what is read is a definition that can be folded and names nobody
 * either, whoever wrote the file; whatever else stands in it is told as what it is. Nothing throws.
 * Law: reading what was written gives the definition again, as `withoutPeople` makes it.
 */
import { decodeWorkflowDefinition } from '../model/decode-workflow.ts';
import { fieldOf, isNatural, isObject } from '../model/json-shape.ts';
import { err, ok, type Result } from '../model/result.ts';
import { type InvalidWorkflow, validateWorkflow } from '../model/validate-workflow.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import { type PartNames, withoutPeople } from './without-people.ts';

const marker = 'workflow';
const version = 1;
/** UTF-16 units; a plan of a thousand steps with long notes is a third of it. */
export const longestWorkflowFile = 1_000_000;
const mostSteps = 2000;

/**
 * `otherFile`: none of ours. `newerFile`: of a later version. `damagedFile`: ours, and not whole.
 * `invalidWorkflow`: a plan that cannot be followed.
 */
export type WorkflowFileFault =
  | { readonly type: 'tooLarge' | 'otherFile' | 'newerFile' | 'damagedFile' }
  | InvalidWorkflow;

export interface WorkflowFileContent {
  readonly definition: WorkflowDefinition;
  /** What has to be put right before a run can start from it. */
  readonly problems: readonly WorkflowProblem[];
}

export function workflowToFile(definition: WorkflowDefinition, names: PartNames): string {
  return `${JSON.stringify({ baton: marker, version, workflow: withoutPeople(definition, names) }, null, 1)}\n`;
}

export function decodeWorkflowFile(
  text: string,
  names: PartNames,
): Result<WorkflowFileContent, WorkflowFileFault> {
  if (text.length > longestWorkflowFile) return err({ type: 'tooLarge' });
  const content = parseJson(text);
  // A file that was cut off is no JSON any more, and still says at its head what it was.
  if (content === undefined)
    return err({ type: /^\s*\{\s*"baton"\s*:\s*"workflow"/.test(text) ? 'damagedFile' : 'otherFile' });
  if (!isObject(content) || fieldOf(content, 'baton') !== marker) return err({ type: 'otherFile' });
  const written = fieldOf(content, 'version');
  if (isNatural(written) && written > version) return err({ type: 'newerFile' });
  if (written !== version) return err({ type: 'damagedFile' });
  const decoded = decodeWorkflowDefinition(fieldOf(content, 'workflow'));
  if (!decoded.ok)
    return err(decoded.error.type === 'invalidWorkflow' ? decoded.error : { type: 'damagedFile' });
  if (decoded.value.steps.length > mostSteps) return err({ type: 'tooLarge' });
  const definition = withoutPeople(decoded.value, names);
  const checked = validateWorkflow(definition);
  return ok({ definition, problems: checked.ok ? [] : checked.error.problems });
}

function parseJson(text: string): unknown {
  try {
    // Editors of some systems put a mark before the first letter.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
