/**
 * The ladder of a step: its own, else its workflow's, else the usual one, so that nothing is silently late.
 *
 * The usual one of a step that is due: its owner when it is due, the conductor a day later, the backup as well
 * a day after that, and after four days skipping it is proposed. The same of a step that waits for somebody
 * outside, counted from when an answer could be expected: its estimate, else a day. What only a person's
 * judgement closes is never proposed to be skipped.
 *
 * One that was written says more, and never less than this: whoever has a step hears of it when it is due, also
 * where the plan names only others, and whatever they were told before. One without a line tells nobody.
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

export interface Ladder {
  readonly rungs: readonly Rung[];
  /** As somebody wrote it, or as it is without anybody's word. */
  readonly written: readonly Rung[];
  /** Nobody said anything of this step. */
  readonly usual: boolean;
}

export function ladderOf(
  step: StepDefinition,
  workflow: Pick<WorkflowDefinition, 'ifStalls'> | undefined,
): Ladder {
  const written = step.ifStalls ?? workflow?.ifStalls ?? usualLadder(step);
  const rungs = step.due === undefined ? written : withReminderWhenDue(written);
  return { rungs, written, usual: step.ifStalls === undefined };
}

const remindedByRungs = new WeakMap<readonly Rung[], readonly Rung[]>();

function withReminderWhenDue(written: readonly Rung[]): readonly Rung[] {
  if (written.length === 0 || written.some(({ from, action }) => from === 'due' && action === 'remind'))
    return written;
  const known = remindedByRungs.get(written);
  if (known !== undefined) return known;
  const made: readonly Rung[] = [...written, { from: 'due', after: 0, action: 'remind' }];
  remindedByRungs.set(written, made);
  return made;
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
