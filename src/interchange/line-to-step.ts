/** What a line that was read makes of a step. */
import type { StepId } from '../model/ids.ts';
import type { Assignee, DateRule, Dependency, OutcomeDefinition, StepDefinition } from '../model/workflow.ts';
import type { PartCollector } from './capture-people.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import type { ReadLine } from './read-line.ts';
import { freeId, slugOf } from './slug.ts';

const words = captureWordsByLanguage.en;
const minutesInDay = 1440;

/** `after`: without lags. `standsInFor`: what an `or else` line is for. */
export function lineToStep(
  id: StepId,
  read: ReadLine,
  after: readonly Dependency[],
  standsInFor: StepId | null,
  collector: PartCollector,
): StepDefinition {
  const toAssignee = (name: string): Assignee => ({ kind: 'part', part: collector.partOf(name) });
  const names = [read.owner, read.backup].filter((name) => name !== null);
  const voters = read.kind === 'approval' ? [...new Set(names.map((name) => collector.partOf(name)))] : [];
  const { lag } = read;
  const start = read.start ?? (lag !== null && after.length === 0 ? lagToStart(lag) : null);
  return {
    id,
    kind: read.kind,
    title: read.title,
    after: lag === null ? after : after.map((edge) => ({ ...edge, lag })),
    ...(read.kind === 'decision' ? { outcomes: namesToOutcomes(read.outcomes) } : {}),
    ...(read.kind === 'approval' ? toVote(voters.map((part) => ({ kind: 'part', part }))) : {}),
    ...(read.kind === 'approval' || read.owner === null ? {} : { assignee: toAssignee(read.owner) }),
    ...(read.kind === 'approval' || read.backup === null ? {} : { backup: toAssignee(read.backup) }),
    ...(read.estimate === null ? {} : { estimate: read.estimate }),
    ...(start === null ? {} : { start }),
    ...(read.due === null ? {} : { due: read.due }),
    ...(read.isStandIn && standsInFor !== null ? { fallbackOf: standsInFor } : {}),
  };
}

/** Either of two says yes or no; nobody in particular is whoever leads. */
function toVote(by: readonly Assignee[]): Pick<StepDefinition, 'approval' | 'outcomes'> {
  const outcomes = [
    { id: 'approved', name: words.approved },
    { id: 'rejected', name: words.rejected },
  ];
  return { outcomes, approval: { by: by.length === 0 ? [{ kind: 'conductor' }] : by, needed: 1 } };
}

function namesToOutcomes(names: readonly string[]): readonly OutcomeDefinition[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const id = freeId(slugOf(name, 'end'), taken);
    taken.add(id);
    return { id, name };
  });
}

/** Nothing comes before the step: it counts from the start of the run. */
function lagToStart(lag: number): DateRule {
  const days = Math.floor(lag / minutesInDay);
  const minutes = lag - days * minutesInDay;
  return { kind: 'offset', from: 'runStart', days, ...(minutes === 0 ? {} : { minutes }) };
}
