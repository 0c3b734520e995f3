/**
 * The ladder of a step: its own, else its workflow's, else the usual one, so that nothing is silently late.
 *
 * The usual one of a step that is due: its owner when it is due, the conductor a day later, the backup as well
 * a day after that, and after four days skipping it is proposed. The same of a step that waits for somebody
 * outside, counted from when an answer could be expected: its estimate, else a day. What only a person's
 * judgement closes is never proposed to be skipped.
 */
import type { Rung } from '../../model/ladder.ts';
import type { StepDefinition, WorkflowDefinition } from '../../model/workflow.ts';

const dayMinutes = 1440;

const usualRungs: readonly Omit<Rung, 'from'>[] = [
  { after: 0, action: 'remind' },
  { after: dayMinutes, action: 'tellConductor' },
  { after: 2 * dayMinutes, action: 'addBackup' },
  { after: 2 * dayMinutes, action: 'offerFallback' },
  { after: 4 * dayMinutes, action: 'proposeSkip' },
];

/** Kinds that may be let go without anybody having decided something. */
const mayGo: ReadonlySet<string> = new Set(['task', 'wait', 'milestone', 'contact']);

const usualByKind = new Map<string, readonly Rung[]>();

/** `usual`: that nobody said anything of it. */
export function ladderOf(
  step: StepDefinition,
  workflow: Pick<WorkflowDefinition, 'ifStalls'> | undefined,
): { readonly rungs: readonly Rung[]; readonly usual: boolean } {
  if (step.ifStalls !== undefined) return { rungs: step.ifStalls, usual: false };
  if (workflow?.ifStalls !== undefined) return { rungs: workflow.ifStalls, usual: true };
  return { rungs: usualLadder(step), usual: true };
}

function usualLadder({ kind, due, estimate }: StepDefinition): readonly Rung[] {
  const patience = Math.round(Math.max(estimate ?? dayMinutes, 1));
  const name = `${kind} ${due === undefined} ${patience}`;
  const known = usualByKind.get(name);
  if (known !== undefined) return known;
  const wanted = usualRungs.filter(({ action }) => action !== 'proposeSkip' || mayGo.has(kind));
  const waiting = wanted.map((rung): Rung => ({ ...rung, from: 'waiting', after: rung.after + patience }));
  // With a due date that is what counts; before it the owner alone hears that nobody answered.
  const made =
    due === undefined
      ? waiting
      : [...waiting.slice(0, 1), ...wanted.map((rung): Rung => ({ ...rung, from: 'due' }))];
  usualByKind.set(name, made);
  return made;
}
