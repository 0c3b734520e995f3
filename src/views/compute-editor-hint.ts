/**
 * The guide of the editor: of all that could be said of a workflow, the one thing that is worth a thought next.
 * What happens comes first, then who hands it to whom, then what if it stalls.
 */
import type { StepId } from '../model/ids.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import type { EditorHint, EditorRow } from './editor-view.ts';

/** `null`: there is no step yet, and the screen says how to begin. */
export function computeEditorHint(
  rows: readonly EditorRow[],
  problems: readonly WorkflowProblem[],
): EditorHint | null {
  const [first] = rows;
  if (first === undefined) return null;
  const [problem] = problems;
  if (problem !== undefined) return { kind: 'problem', problem, step: stepOfProblem(problem) };
  if (rows.length === 1) return { kind: 'goesOn', behind: first.step, title: first.title };
  const nobodys = rows.find(({ who, kind }) => who === null && kind !== 'subflow' && kind !== 'milestone');
  if (nobodys !== undefined) return { kind: 'nobody', step: nobodys.step, title: nobodys.title };
  const silent = rows.find(({ stallsSilently }) => stallsSilently);
  const next =
    silent === undefined
      ? undefined
      : rows.find(({ from, after }) => from.length > 0 && after.includes(silent.title));
  if (silent !== undefined && next?.who != null)
    return { kind: 'stalls', step: silent.step, title: silent.title, to: next.who };
  const handOffs = rows.filter(({ from }) => from.length > 0).length;
  const { who } = first;
  return handOffs === 0 && who !== null ? { kind: 'allOne', who } : { kind: 'ready', handOffs };
}

/** Where it can be put right; `null`: not on the page of a step. */
export function stepOfProblem(problem: WorkflowProblem): StepId | null {
  if ('step' in problem) return problem.step;
  return problem.type === 'cycle' ? (problem.steps[0] ?? null) : null;
}
